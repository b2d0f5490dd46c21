"""What the sheets of the workbook of older loans hold, and how each column is read."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.labelled import Labelled
from domain.regions.regions import SAMPANG_REGENCY
from domain.sampang.kinds import ApplicantKind, CollateralKind, InterestMethod
from domain.sampang.servicing.collecting import Collector, LetterKind
from domain.sampang.takeover.old_loans import Whereabouts
from domain.sampang.takeover.workbook_cells import AMOUNT, PERCENT
from domain.sampang.takeover.workbook_columns import (
    HandoverColumn,
    LetterColumn,
    LoanColumn,
    Part,
    PlanColumn,
    PledgeColumn,
)
from domain.tabular.district_cells import district_in
from domain.tabular.workbook import COUNT, DAY, DIGITS, WIDE, SheetShape, one_of

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


_LOANS: Final = SheetShape(
    LoanColumn,
    (
        LoanColumn.NUMBER, LoanColumn.KIND, LoanColumn.NAME, LoanColumn.DISBURSED_ON,
        LoanColumn.PRINCIPAL, LoanColumn.TENOR, LoanColumn.PRINCIPAL_PAID, LoanColumn.INTEREST_PAID,
    ),
    2_000,
    kinds={
        LoanColumn.KIND: one_of(ApplicantKind, _KINDS), LoanColumn.METHOD: one_of(InterestMethod, _METHODS),
        LoanColumn.NIK: DIGITS, LoanColumn.SPOUSE_NIK: DIGITS,
        LoanColumn.DISTRICT: district_in(SAMPANG_REGENCY), LoanColumn.RATE: PERCENT,
        **dict.fromkeys((LoanColumn.AGREED_ON, LoanColumn.DISBURSED_ON, LoanColumn.FIRST_DUE), DAY),
        **dict.fromkeys(
            (LoanColumn.PRINCIPAL, LoanColumn.PRINCIPAL_PAID, LoanColumn.INTEREST_PAID), AMOUNT
        ),
        **dict.fromkeys((LoanColumn.TENOR, LoanColumn.GRACE, LoanColumn.DUE_DAY), COUNT),
        **dict.fromkeys(
            (LoanColumn.NAME, LoanColumn.CONTACT, LoanColumn.ADDRESS, LoanColumn.SETTLING, LoanColumn.NOTE),
            WIDE,
        ),
    },
    example={
        LoanColumn.KIND: ApplicantKind.BUSINESS.label, LoanColumn.NAME: "UD Contoh, baris ini tidak dibaca",
        LoanColumn.DISTRICT: "Sampang", LoanColumn.DISBURSED_ON: date(2019, 3, 15),
        LoanColumn.PRINCIPAL: 24_000_000, LoanColumn.TENOR: 36, LoanColumn.GRACE: 4, LoanColumn.RATE: 12,
        LoanColumn.METHOD: InterestMethod.FLAT.label, LoanColumn.PRINCIPAL_PAID: 12_000_000,
        LoanColumn.INTEREST_PAID: 4_800_000,
    },
)  # fmt: skip
# Columns of different sheets can have one value, so each sheet has its own table.
_PLANS: Final = SheetShape(
    PlanColumn,
    (PlanColumn.NUMBER, PlanColumn.DUE_ON, PlanColumn.PRINCIPAL, PlanColumn.INTEREST),
    20_000,
    kinds={PlanColumn.DUE_ON: DAY, PlanColumn.PRINCIPAL: AMOUNT, PlanColumn.INTEREST: AMOUNT},
    example={
        PlanColumn.DUE_ON: date(2019, 6, 15), PlanColumn.PRINCIPAL: 3_000_000, PlanColumn.INTEREST: 360_000,
    },
)  # fmt: skip
_PLEDGES: Final = SheetShape(
    PledgeColumn,
    (PledgeColumn.NUMBER, PledgeColumn.KIND, PledgeColumn.DESCRIPTION),
    6_000,
    kinds={
        PledgeColumn.KIND: one_of(CollateralKind, _THINGS), PledgeColumn.DESCRIPTION: WIDE,
        PledgeColumn.VALUE: AMOUNT, PledgeColumn.LIES: one_of(Whereabouts, _LIES), PledgeColumn.SINCE: DAY,
        PledgeColumn.NOTE: WIDE,
    },
    example={
        PledgeColumn.KIND: CollateralKind.LAND.label, PledgeColumn.DESCRIPTION: "SHM 112 Desa Torjun",
        PledgeColumn.VALUE: 40_000_000, PledgeColumn.LIES: Whereabouts.BANK.label,
        PledgeColumn.SINCE: date(2019, 3, 14),
    },
)  # fmt: skip
_SENT: Final = SheetShape(
    LetterColumn,
    (LetterColumn.NUMBER, LetterColumn.KIND, LetterColumn.LETTER, LetterColumn.ON),
    10_000,
    kinds={LetterColumn.KIND: one_of(LetterKind, _LETTERS), LetterColumn.ON: DAY},
    example={
        LetterColumn.KIND: LetterKind.WARNING_1.label, LetterColumn.LETTER: "518/12/2020",
        LetterColumn.ON: date(2020, 4, 3),
    },
)  # fmt: skip
_HANDOVERS: Final = SheetShape(
    HandoverColumn,
    (HandoverColumn.NUMBER, HandoverColumn.TO, HandoverColumn.PAPER, HandoverColumn.ON),
    4_000,
    kinds={
        HandoverColumn.TO: one_of(Collector, _COLLECTORS), HandoverColumn.ON: DAY, HandoverColumn.NOTE: WIDE,
    },
    example={
        HandoverColumn.TO: Collector.ATTORNEY.label, HandoverColumn.PAPER: "SKK-7/2021",
        HandoverColumn.ON: date(2021, 5, 3),
    },
)  # fmt: skip
SHEETS: Final[Mapping[Labelled, SheetShape]] = {
    Part.LOANS: _LOANS, Part.PLANS: _PLANS, Part.PLEDGES: _PLEDGES, Part.LETTERS: _SENT,
    Part.HANDOVERS: _HANDOVERS,
}  # fmt: skip
