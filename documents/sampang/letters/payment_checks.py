"""What was checked before a request for payment: papers, custody of the collateral, and insurance."""

from collections.abc import Iterator, Sequence
from typing import Final

from documents.printable import one_line
from documents.sampang.eligibility_findings import state_of
from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import counted, typed, within
from documents.sheet import WIDTH
from documents.tables import Column, Strong, room_for, table, whole_height
from domain.sampang.eligibility import Eligibility
from domain.sampang.instruments import at
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import Custody, custody_missing
from domain.sampang.origination.records import PaymentRequest

_COLUMNS: Final = (Column("Yang diperiksa", WIDTH - 84), Column("Keadaan", 58), Column("Ketentuan", 26))
_HEADING: Final = 12.0
_TOLD: Final = 7.0  # the line that says how many things are missing
_CUSTODY: Final = at("III.10").short
_STATEMENT: Final = at("III.9").short
_INSURANCE: Final = at("VIII.5.d").short


def checks_tables(
    sheet: OfficialPaper,
    found: Eligibility,
    custody: Sequence[Custody],
    request: PaymentRequest,
    below: float,
) -> None:
    """Papers, custody and insurance with their state in words, and how many things are still missing.

    They stand on the page of the signatures `below` them, where one page holds both.
    """
    papers = [
        (line.paper.title, _marked(state_of(line), line.in_file is True), line.paper.citation.short)
        for line in found.checklist
    ]
    kept = list(_custody(custody))
    policy = one_line(request.insurance_policy, 80)
    state = f"ada, polis {policy}" if policy else "belum tercatat"
    insured = [("Asuransi", _marked(state, bool(policy)), _INSURANCE)]
    rows = [*papers, *kept, *insured]
    whole = whole_height(sheet, _COLUMNS, rows) + _TOLD + below
    room = whole if whole + _HEADING < sheet.whole_page else room_for(sheet, _COLUMNS, rows)
    sheet.heading("Hasil pemeriksaan berkas, agunan, dan asuransi", room)
    table(sheet, _COLUMNS, rows)
    sheet.ln(1.5)
    missing = sum(line.in_file is not True for line in found.checklist) + len(custody_missing(custody))
    missing += not policy
    told = f"Masih kurang {counted(missing)} hal." if missing else "Tidak ada yang kurang menurut catatan."
    sheet.paragraph(told, bold=True)


def _marked(state: str, is_there: bool) -> str:
    return state if is_there else Strong(state)


def _custody(register: Sequence[Custody]) -> Iterator[tuple[str, str, str]]:
    for place, one in enumerate(register, 1):
        if one.is_gone:
            continue
        name = f"Agunan {place}: {within(one.thing.kind.label)}"
        about = typed(one.thing.named)
        if one.thing.kind is CollateralKind.GOODS:
            stated = bool(one.thing.statement)
            words = "surat pernyataan ada" if stated else "surat pernyataan belum tercatat"
            yield (f"{name}, {about}" if about else name, words, _STATEMENT)
            continue
        yield (f"{name}, {about}" if about else name, _state(one), _CUSTODY)


def _state(one: Custody) -> str:
    told = [
        f"{'sudah' if done else 'belum'} {what}"
        for what, done in (("disimpan di Bank Jatim", one.is_kept), ("diikat secara notariil", one.is_bound))
    ]
    checked = one.is_checked
    if one.thing.kind is CollateralKind.LAND:
        told.append(f"{'sudah' if checked else 'belum'} dicek ke BPN")
    is_done = one.is_kept and one.is_bound and (checked or one.thing.kind is not CollateralKind.LAND)
    return _marked("\n".join(told), is_done)
