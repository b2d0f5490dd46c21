"""How the cells of each column of the workbook of older loans are read."""

from collections.abc import Mapping
from typing import Final

from domain.sampang.kinds import ApplicantKind, CollateralKind, InterestMethod
from domain.sampang.servicing.collecting import Collector, LetterKind
from domain.sampang.takeover.old_loans import Whereabouts
from domain.sampang.takeover.workbook_cells import (
    Reader,
    amount_of,
    choice_of,
    count_of,
    day_of,
    digits_of,
    district_of,
    percent_of,
)
from domain.sampang.takeover.workbook_columns import (
    HandoverColumn,
    LetterColumn,
    LoanColumn,
    Part,
    PlanColumn,
    PledgeColumn,
)
from domain.tabular.sheet_columns import SheetColumn

_METHODS: Final = {
    "flat": InterestMethod.FLAT, "tetap": InterestMethod.FLAT, "sliding": InterestMethod.DECLINING,
    "efektif": InterestMethod.DECLINING, "saldo menurun": InterestMethod.DECLINING,
    "annuity": InterestMethod.ANNUITY,
}  # fmt: skip
_KINDS: Final = {
    "umkm": ApplicantKind.BUSINESS, "usaha": ApplicantKind.BUSINESS, "usaha mikro": ApplicantKind.BUSINESS,
    "usaha kecil": ApplicantKind.BUSINESS, "lkm": ApplicantKind.MICROFINANCE,
    "sentra": ApplicantKind.CLUSTER, "ksp": ApplicantKind.COOPERATIVE,
}  # fmt: skip
_THINGS: Final = {
    "tanah": CollateralKind.LAND, "shm": CollateralKind.LAND, "sertifikat": CollateralKind.LAND,
    "bpkb": CollateralKind.VEHICLE, "kendaraan": CollateralKind.VEHICLE, "barang": CollateralKind.GOODS,
}  # fmt: skip
_LETTERS: Final = {
    "teguran 1": LetterKind.WARNING_1, "teguran 2": LetterKind.WARNING_2, "teguran 3": LetterKind.WARNING_3,
    "sp1": LetterKind.WARNING_1, "sp2": LetterKind.WARNING_2, "sp3": LetterKind.WARNING_3,
    "sp 1": LetterKind.WARNING_1, "sp 2": LetterKind.WARNING_2, "sp 3": LetterKind.WARNING_3,
}  # fmt: skip
_COLLECTORS: Final = {
    "kejaksaan": Collector.ATTORNEY, "kejari": Collector.ATTORNEY, "kejaksaan negeri": Collector.ATTORNEY,
    "kpknl": Collector.AUCTION,
}  # fmt: skip
_LIES: Final = {"bank jatim": Whereabouts.BANK, "bank": Whereabouts.BANK, "peminjam": Whereabouts.BORROWER}

_OF_LOAN: Final[Mapping[SheetColumn, Reader]] = {
    LoanColumn.KIND: choice_of(ApplicantKind, _KINDS),
    LoanColumn.NIK: digits_of,
    LoanColumn.SPOUSE_NIK: digits_of,
    LoanColumn.DISTRICT: district_of,
    LoanColumn.AGREED_ON: day_of,
    LoanColumn.DISBURSED_ON: day_of,
    LoanColumn.FIRST_DUE: day_of,
    LoanColumn.PRINCIPAL: amount_of,
    LoanColumn.PRINCIPAL_PAID: amount_of,
    LoanColumn.INTEREST_PAID: amount_of,
    LoanColumn.TENOR: count_of,
    LoanColumn.GRACE: count_of,
    LoanColumn.DUE_DAY: count_of,
    LoanColumn.RATE: percent_of,
    LoanColumn.METHOD: choice_of(InterestMethod, _METHODS),
}
# Columns of different sheets can have one value, so each sheet has its own table.
_OF_PLAN: Final[Mapping[SheetColumn, Reader]] = {
    PlanColumn.DUE_ON: day_of, PlanColumn.PRINCIPAL: amount_of, PlanColumn.INTEREST: amount_of,
}  # fmt: skip
_OF_PLEDGE: Final[Mapping[SheetColumn, Reader]] = {
    PledgeColumn.KIND: choice_of(CollateralKind, _THINGS), PledgeColumn.VALUE: amount_of,
    PledgeColumn.LIES: choice_of(Whereabouts, _LIES), PledgeColumn.SINCE: day_of,
}  # fmt: skip
_OF_LETTER: Final[Mapping[SheetColumn, Reader]] = {
    LetterColumn.KIND: choice_of(LetterKind, _LETTERS), LetterColumn.ON: day_of,
}  # fmt: skip
_OF_HANDOVER: Final[Mapping[SheetColumn, Reader]] = {
    HandoverColumn.TO: choice_of(Collector, _COLLECTORS), HandoverColumn.ON: day_of,
}  # fmt: skip
READERS: Final[Mapping[Part, Mapping[SheetColumn, Reader]]] = {
    Part.LOANS: _OF_LOAN, Part.PLANS: _OF_PLAN, Part.PLEDGES: _OF_PLEDGE, Part.LETTERS: _OF_LETTER,
    Part.HANDOVERS: _OF_HANDOVER,
}  # fmt: skip
