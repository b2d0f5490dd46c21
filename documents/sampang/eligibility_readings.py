"""Notes on interpretation: the readings that touch this applicant, and what another would give."""

from collections.abc import Iterator
from typing import Final

from documents.printable import one_line
from documents.sheet import LINE, WIDTH, Sheet
from documents.tables import Column, Strong, room_for, table
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regulation.assessment import Assessment, OtherReading
from domain.regulation.interpretations import Interpretation
from domain.regulation.outcomes import effect_of
from domain.regulation.wording import OUTCOMES
from domain.sampang.eligibility import Eligibility

_COLUMNS: Final = (
    Column("Tafsir", 27),
    Column("Pertanyaan dan bacaan", WIDTH - 94),
    Column("Bila dibaca lain, hasilnya", 67),
)


def readings_table(sheet: Sheet, eligibility: Eligibility) -> None:
    """The questions that touch this applicant, the reading in use, and the others' outcome."""
    touching = list(_touching(eligibility))
    settled = settled_readings(eligibility.assessment)
    if not touching and not settled:
        return
    rows = [_open_row(entry, eligibility) for entry in touching]
    rows += [_settled_row(entry) for entry in settled]
    sheet.heading("Catatan tafsir", 2 * LINE + room_for(sheet, _COLUMNS, rows))
    sheet.paragraph("Tempat yang dapat dibaca dengan lebih dari satu cara dan menyangkut pemohon ini.")
    sheet.ln(1)
    table(sheet, _COLUMNS, rows)


def _touching(eligibility: Eligibility) -> Iterator[Interpretation]:
    assessment = eligibility.assessment
    found = [other.interpretation for other in assessment.other_readings]
    found += [interpretation for interpretation, _, _ in eligibility.most.elsewhere]
    deciding = {entry.id: entry for one in assessment.combinations for entry, _ in one.readings}
    found += deciding.values()
    once = {entry.id: entry for entry in found}
    yield from sorted(once.values(), key=lambda entry: (entry.id not in deciding, entry.id))


def settled_readings(assessment: Assessment) -> list[Interpretation]:
    """The questions under this applicant's provisions that the office has settled."""
    names = {entry.id for finding in assessment.findings for entry in finding.rule.interpretations}
    known = assessment.law.interpretations
    return [known[name] for name in sorted(names) if name in known and known[name].settlement]


def _open_row(entry: Interpretation, eligibility: Eligibility) -> tuple[str, ...]:
    assessment = eligibility.assessment
    others = {o.letter: o for o in assessment.other_readings if o.interpretation.id == entry.id}
    amounts = {letter: sum_ for found, letter, sum_ in eligibility.most.elsewhere if found.id == entry.id}
    helping = {letter for letter in entry.letters if assessment.combinations_with(entry, letter)}
    letters = [letter for letter in entry.letters if letter in {*others, *amounts, *helping}]
    name = f"{entry.id}\nMENENTUKAN HASIL" if helping else entry.id
    return (
        Strong(name) if helping else name,
        "\n".join([entry.question, _reading(entry, entry.in_use, "dipakai"), *_others(entry, letters)]),
        "\n".join(
            _gives(entry, letter, others.get(letter), amounts.get(letter), assessment) for letter in letters
        )
        + "\nBelum ditetapkan.",
    )


def _others(entry: Interpretation, letters: list[str]) -> list[str]:
    return [_reading(entry, letter, "bacaan lain") for letter in letters]


def _reading(entry: Interpretation, letter: str, role: str) -> str:
    return f"{letter} ({role}): {entry.wording(letter)}"


def _gives(
    entry: Interpretation, letter: str, other: OtherReading | None, amount: int | None, assessment: Assessment
) -> str:
    told = [effect_of(assessment, entry, letter, lambda verdict: verdict.in_sentence)]
    if other:
        told += [f"{rule.place} {OUTCOMES[truth]}" for rule, truth in other.changes]
    if amount is not None:
        told.append(f"paling banyak {rupiah(amount)}")
    return f"{letter}: {'; '.join(told)}."


def _settled_row(entry: Interpretation) -> tuple[str, ...]:
    settled = entry.settlement
    if settled is None:
        raise ValueError(f"{entry.id} is not settled")
    decree = one_line(settled.decree, 80)
    return (
        entry.id,
        "\n".join([entry.question, _reading(entry, entry.in_use, "ditetapkan")]),
        f"Ditetapkan {indonesian_date(settled.on)} oleh {one_line(settled.by, 60)}, {decree}.",
    )
