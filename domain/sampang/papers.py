"""The application papers of VIII.2.b: which of them a file needs, and whether it has them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.regulation.case import Case
from domain.regulation.expressions import (
    All,
    Always,
    Condition,
    StillPossible,
    TruthFact,
    by_reading,
)
from domain.regulation.fact import Teller
from domain.regulation.rules import Rule
from domain.regulation.sources import Citation
from domain.regulation.trees import facts_in
from domain.regulation.truth import MET, UNKNOWN
from domain.sampang import facts as fact
from domain.sampang.amounts import EXEMPT
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind, MaritalStatus
from domain.sampang.readings import S49, S50

_EVERYBODY = tuple(ApplicantKind)
_BODIES = (ApplicantKind.COOPERATIVE, ApplicantKind.MICROFINANCE, ApplicantKind.CLUSTER)
_BUSINESS = (ApplicantKind.BUSINESS,)
_MARRIED = fact.MARITAL_STATUS.among(MaritalStatus.MARRIED)
_ALWAYS = Always("diminta dari semua pemohon")

RELENDS = TruthFact(
    key="relends_to_members",
    holds="dana disalurkan kepada anggota",
    fails="dana tidak disalurkan kepada anggota",
    question="Apakah dana disalurkan lagi kepada anggota?",
)


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """One paper of the file: its title, its place, who needs it, and the fact that it is there."""

    code: str
    title: str
    citation: Citation
    kinds: tuple[ApplicantKind, ...]
    needed: Condition
    fact: TruthFact


def _paper(
    code: str, title: str, place: str, kinds: tuple[ApplicantKind, ...], needed: Condition = _ALWAYS
) -> Paper:
    in_file = TruthFact(
        key=f"paper_{code}",
        teller=Teller.APPLICANT,
        holds=f"{title} ada",
        fails=f"{title} belum ada",
        question=f"Apakah sudah ada {title[0].lower()}{title[1:]}?",
        remedy=f"lengkapi {title[0].lower()}{title[1:]}",
    )
    return Paper(code, title, at(place), kinds, needed, in_file)


_NOT_EXEMPT = by_reading(S49, A=~EXEMPT, B=Always("salinan legalitas diminta dari semua pemohon"))

PAPERS = (
    _paper(
        "request_by_board",
        "Surat permohonan, ditandatangani pengurus lengkap",
        "VIII.2.b.1",
        _BODIES,
    ),
    _paper("request_by_owner", "Surat permohonan, ditandatangani pemilik", "VIII.2.b.1", _BUSINESS),
    _paper(
        "request_by_spouse",
        "Tanda tangan suami/istri pada surat permohonan",
        "VIII.2.b.1",
        _BUSINESS,
        _MARRIED,
    ),
    _paper(
        "legality_copies",
        "Fotokopi legalitas (badan hukum, NPWP, izin/NIB)",
        "VIII.2.b.2",
        _BODIES,
    ),
    _paper(
        "business_legality_copies",
        "Fotokopi legalitas usaha (NPWP, izin/NIB)",
        "VIII.2.b.2",
        _BUSINESS,
        _NOT_EXEMPT,
    ),
    _paper("board_identity", "Fotokopi identitas pengurus", "VIII.2.b.3", _BODIES),
    _paper("owner_identity", "Fotokopi identitas pemilik", "VIII.2.b.3", _BUSINESS),
    _paper("spouse_identity", "Fotokopi identitas suami/istri", "VIII.2.b.3", _BUSINESS, _MARRIED),
    _paper("board_list", "Susunan pengurus yang dilegalisir Dinas", "VIII.2.b.4", _BODIES),
    _paper("account_number", "Daftar nomor rekening bank", "VIII.2.b.5", _EVERYBODY),
    _paper("work_plan", "Rencana kerja penggunaan dana", "VIII.2.b.6", _EVERYBODY),
    _paper("member_list", "Daftar anggota penerima dana", "VIII.2.b.6", _BODIES, RELENDS),
)

# Each item with its title and the words by which it is found.
_ITEMS = {
    "VIII.2.b.1": ("Surat permohonan", "Surat Permohonan Pinjaman"),
    "VIII.2.b.2": ("Fotokopi legalitas", "Foto Copy legalitas"),
    "VIII.2.b.3": ("Fotokopi identitas", "Foto Copy identitas Pengurus"),
    "VIII.2.b.4": ("Susunan pengurus", "yang dilegalisir oleh Dinas Teknis"),
    "VIII.2.b.5": ("Nomor rekening bank", "Daftar nomor rekening Bank"),
    "VIII.2.b.6": ("Rencana kerja penggunaan dana", "Rencana kerja penggunaan dana"),
}


def paper_rules(kind: ApplicantKind) -> Iterator[Rule]:
    """One rule for each item of VIII.2.b that asks papers of this kind of applicant."""
    for place, (title, words) in _ITEMS.items():
        asked = [paper for paper in PAPERS if paper.citation.short == place and kind in paper.kinds]
        if asked:
            parts = tuple(_in_file(paper) for paper in asked)
            yield Rule(
                id=place,
                title=title,
                citations=(at(place, words),),
                condition=parts[0] if len(parts) == 1 else All(parts),
                exempts=facts_in(asked[0].needed) if len(parts) == 1 else (),
                explanation="Berkas yang kurang masih dapat disusulkan; bukan penolakan.",
                rests_on=(S50,) if place in ("VIII.2.b.1", "VIII.2.b.3") else (),
            )


def _in_file(paper: Paper) -> Condition:
    until = "berkas dinyatakan lengkap"
    if paper.needed is _ALWAYS:
        return StillPossible(paper.fact, until)
    return ~paper.needed | StillPossible(paper.fact, until)


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A paper on one applicant's checklist; `needed` is unknown while a fact is missing."""

    paper: Paper
    needed: bool | None
    in_file: bool | None


def checklist(
    kind: ApplicantKind, case: Case, read: Callable[[Condition], Condition]
) -> tuple[ChecklistLine, ...]:
    """The papers that this applicant needs or may need; `read` resolves the readings in use."""
    lines = []
    for paper in PAPERS:
        if kind in paper.kinds:
            needed = read(paper.needed).truth(case)
            if needed in (MET, UNKNOWN):
                found = case.facts.get(paper.fact.key)
                in_file = None if found is None else bool(found)
                lines.append(ChecklistLine(paper, True if needed is MET else None, in_file))
    return tuple(lines)
