"""The tables of the result sheet: provisions, collateral, papers, priorities, rights and duties."""

from collections.abc import Iterable
from typing import Final

from fpdf.enums import Align

from documents.printable import one_line
from documents.sheet import LINE, WIDTH, Sheet
from documents.tables import Column, Strong, headed_table, plain_columns, room_for, table
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regulation.assessment import Finding
from domain.regulation.explain import Reason
from domain.regulation.outcomes import outcome_of
from domain.regulation.rules import RuleKind
from domain.regulation.truth import MET, UNKNOWN
from domain.regulation.wording import tell, without_unknown
from domain.sampang.case_of import opinions_of
from domain.sampang.eligibility import CollateralFinding, Eligibility
from domain.sampang.next_steps import doable, full_stop, sentence, way_in_words, ways_of
from domain.sampang.papers import ChecklistLine

_PROVISIONS: Final = (
    Column("Tempat", 19),
    Column("Ketentuan", 53),
    Column("Hasil", 26),
    Column("Alasan, dan apa yang mengubahnya", WIDTH - 98),
)
_COLLATERAL: Final = (
    Column("No.", 8),
    Column("Agunan", 41),
    Column("Nilai", 34, Align.R),
    Column("Hasil", 22),
    Column("Alasan, dan apa yang mengubahnya", WIDTH - 123),
    Column("Tempat", 18),
)
_PAPERS: Final = (Column("Tempat", 19), Column("Berkas", WIDTH - 71), Column("Keadaan", 52))


def provisions_table(sheet: Sheet, eligibility: Eligibility) -> None:
    """Every provision that decides, with its outcome and its reason."""
    found = [finding for finding in eligibility.assessment.findings if finding.decides]
    _findings_table(sheet, "Ketentuan yang menentukan", found, eligibility)


def priorities_table(sheet: Sheet, eligibility: Eligibility) -> None:
    """The provisions that only rank applicants."""
    found = [f for f in eligibility.assessment.findings if f.rule.kind is RuleKind.PRIORITY]
    if found:
        _findings_table(sheet, "Prioritas (tidak memutuskan)", found, eligibility)


def _findings_table(sheet: Sheet, title: str, findings: Iterable[Finding], eligibility: Eligibility) -> None:
    rows = []
    for finding in findings:
        words = str(outcome_of(finding))
        rows.append(
            (
                finding.rule.place,
                finding.rule.title,
                words if finding.truth is MET else Strong(words),
                "\n".join(_why(finding, eligibility)),
            )
        )
    headed_table(sheet, title, _PROVISIONS, rows)


def _why(finding: Finding, eligibility: Eligibility) -> list[str]:
    told = [_reason(reason, finding, eligibility) for reason in finding.reasons]
    lines = _together(told)
    for before, way in zip(("agar terpenuhi,", "atau"), ways_of(eligibility, finding), strict=False):
        lines.append(full_stop(f"{before} {way}"))
    return [sentence(line) for line in lines]


def _together(told: Iterable[str]) -> list[str]:
    """Statements on one line, questions each on a line of its own."""
    once = list(dict.fromkeys(words for words in told if words))
    statements = "; ".join(words for words in once if not words.endswith("?"))
    return [line for line in (statements, *(words for words in once if words.endswith("?"))) if line]


def _reason(reason: Reason, finding: Finding, eligibility: Eligibility) -> str:
    words = tell(reason, finding.case)
    if finding.truth is UNKNOWN:
        words = without_unknown(words)
    judged = opinions_of(eligibility.application).get(getattr(reason.leaf, "key", ""))
    if judged is None:
        return words
    return f"{words} (dinilai {one_line(judged.by, 60)}, {indonesian_date(judged.on)})"


def collateral_table(sheet: Sheet, eligibility: Eligibility) -> None:
    """Each pledged thing: whether it counts, by which provision, why, and what would mend it."""
    rows = [_collateral_row(found, eligibility) for found in eligibility.collateral]
    sheet.heading("Agunan satu per satu", room_for(sheet, _COLLATERAL, rows))
    if rows:
        table(sheet, _COLLATERAL, rows)
    else:
        sheet.paragraph("Belum ada agunan yang dicatat.")
    if not eligibility.application.collateral_complete:
        sheet.ln(1)
        sheet.paragraph("Daftar agunan belum ditandai lengkap, jadi nilainya masih dapat bertambah.")


def _collateral_row(found: CollateralFinding, eligibility: Eligibility) -> tuple[str, ...]:
    thing = found.thing
    number = eligibility.assessment.case.items.index(found.case) + 1
    what = [thing.kind.label, one_line(thing.named, 100)]
    if thing.owner_name:
        what.append(f"pemilik: {one_line(thing.owner_name, 60)}")
    return (
        f"{number}",
        "\n".join(part for part in what if part),
        "belum dicatat" if thing.value is None else rupiah(thing.value),
        found.label if found.truth is MET else Strong(found.label),
        "\n".join(_why_counted(found)),
        ", ".join(place.short for place in found.places),
    )


def _why_counted(found: CollateralFinding) -> list[str]:
    lines = _together(map(without_unknown, found.why))
    for way in doable(found.mends)[:1]:
        lines.append(full_stop(f"agar dihitung, {way_in_words(way)}"))
    return [sentence(line) for line in lines]


def papers_table(sheet: Sheet, eligibility: Eligibility) -> None:
    """The checklist of application papers, in words."""
    rows = [
        (line.paper.citation.short, line.paper.title, state if state == "ada" else Strong(state))
        for line in eligibility.checklist
        for state in [state_of(line)]
    ]
    headed_table(sheet, "Berkas permohonan", _PAPERS, rows)


def state_of(line: ChecklistLine) -> str:
    """Whether a paper is in the file, in words; a paper that may not be needed says so."""
    if line.in_file:
        return "ada"
    state = "belum dicatat" if line.in_file is None else "belum ada"
    return f"mungkin perlu, {state}" if line.needed is None else state


def rights_and_duties(sheet: Sheet, eligibility: Eligibility) -> None:
    """What follows once a loan is granted, as a short list in two columns."""
    law = eligibility.assessment.law
    rules = law.rules_for(eligibility.assessment.kind).unconditional
    told = [(rule.place, rule.title) for rule in rules if rule.kind is RuleKind.RIGHT_OR_DUTY]
    if not told:
        return
    half = (len(told) + 1) // 2
    right = [*told[half:], ("", "")][:half]
    sheet.heading("Hak dan kewajiban bila pinjaman diberikan", room=1.5 * LINE * half)
    columns = (Column("", 16), Column("", WIDTH / 2 - 16))
    rows = [(*one, *other) for one, other in zip(told[:half], right, strict=True)]
    plain_columns(sheet, (*columns, *columns), rows)
