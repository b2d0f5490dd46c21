"""Older loans as tests tell them, worked out by hand, and the verbs that take them over."""

from datetime import UTC, date, datetime
from itertools import count

from db.sampang.takeover.approving import approve_takeover
from db.sampang.takeover.proposing import propose_takeover
from domain.sampang.application import Applicant, Collateral
from domain.sampang.kinds import ApplicantKind, CollateralKind, InterestMethod
from domain.sampang.servicing.collecting import Collector, HandingOver, LetterKind
from domain.sampang.takeover.old_loans import (
    AgreedTerms,
    OldLoan,
    OldPledge,
    OwnRow,
    PaidBefore,
    SentLetter,
    SignedBalance,
    Takeover,
    Whereabouts,
)

CUT_OFF = date(2026, 2, 28)
LATER = datetime(2026, 8, 20, 3, tzinfo=UTC)
_numbers = count(1)
# Rp24.000.000 at 12 % flat for 24 months from 15 February 2025: each month Rp1.000.000 and Rp240.000 of
# interest, due on the 15th from 15 March 2025 on; by the cut-off day twelve instalments have fallen due.
USUAL = AgreedTerms(
    disbursed_on=date(2025, 2, 15), principal=24_000_000, tenor=24, rate=1_200, method=InterestMethod.FLAT
)
ON_TIME = (USUAL, PaidBefore(principal=12_000_000, interest=2_880_000))
# Principal of fourteen months and a half, interest of ten: rows 11 and 12 still lack their interest.
AHEAD = (USUAL, PaidBefore(principal=14_500_000, interest=2_400_000))
# Seven months paid: those of October to February are behind.
BEHIND = (USUAL, PaidBefore(principal=7_000_000, interest=1_680_000))
# Rp6.000.000 at 18 % flat, due to the 10th of June 2003; twenty months paid, Rp340.000 each.
OLDEST = (
    AgreedTerms(
        disbursed_on=date(2001, 6, 10), principal=6_000_000, tenor=24, rate=1_800, method=InterestMethod.FLAT
    ),
    PaidBefore(principal=5_000_000, interest=1_800_000),
)
# Rp12.000.000 at 6 % flat from 31 August 2025: the sixth instalment is due on 28 February itself.
MONTH_END = (
    AgreedTerms(
        disbursed_on=date(2025, 8, 31), principal=12_000_000, tenor=12, rate=600, method=InterestMethod.FLAT
    ),
    PaidBefore(principal=5_000_000, interest=300_000),
)
# First due on 31 March although it went out on 10 January: the month before has no 31st.
OWN_DAY = (
    AgreedTerms(
        disbursed_on=date(2026, 1, 10), principal=12_000_000, tenor=12, rate=600,
        method=InterestMethod.FLAT, first_due_on=date(2026, 3, 31),
    ),
    PaidBefore(principal=0, interest=0),
)  # fmt: skip
# After each harvest, every third month: Rp3.000.000 and Rp150.000; one of the four is paid.
SEASONS = (
    AgreedTerms(
        disbursed_on=date(2025, 9, 20), principal=12_000_000, tenor=12,
        rows=tuple(
            OwnRow(due_on=day, principal=3_000_000, interest=150_000)
            for day in (date(2025, 12, 20), date(2026, 3, 20), date(2026, 6, 20), date(2026, 9, 20))
        ),
    ),
    PaidBefore(principal=3_000_000, interest=150_000),
)  # fmt: skip


def an_old_loan(told=ON_TIME, **more):
    """One older loan under a number of its own."""
    terms, paid = told
    number = more.pop("number", None) or f"518/{next(_numbers):03}/2014"
    name = more.pop("name", f"UD {number}")
    who = {"kind": ApplicantKind.BUSINESS, "name": name, "district_code": "35.27.03"}
    return OldLoan(number=number, applicant=Applicant(**who), terms=terms, paid=paid, **more)


LETTERS = (
    SentLetter(kind=LetterKind.WARNING_1, number="518/T1", on=date(2025, 11, 20)),
    SentLetter(kind=LetterKind.WARNING_2, number="518/T2", on=date(2025, 12, 22)),
)
HANDED_OVER = HandingOver(to=Collector.ATTORNEY, number="SKK-7/2010", on=date(2010, 5, 3))
PLEDGE = OldPledge(
    thing=Collateral(kind=CollateralKind.LAND, description="SHM 77 Torjun", value=40_000_000),
    lies=Whereabouts.BANK,
)


def a_takeover(*loans, cut_off=CUT_OFF, reason="", **signed):
    """What the signed trial balance says is by default what is told by hand."""
    told = {"document": "Neraca saldo 28 Februari 2026, ttd Kepala Dinas", "principal": 0, **signed}
    return Takeover(cut_off=cut_off, loans=tuple(loans), signed=SignedBalance(**told), reason=reason)


def propose(lending, takeover, who=None, at=LATER, **more):
    return lending.run(propose_takeover, who or lending.officer, takeover, at=at, **more)


def approve(lending, proposal, who=None, at=LATER):
    with lending.database.write() as session:
        return approve_takeover(session, who or lending.lead, proposal, at=at)


def take_over(lending, *loans, **more):
    """Propose and approve; a difference to a trial balance of nothing is explained."""
    return approve(lending, propose(lending, a_takeover(*loans, reason="Neraca belum memuatnya.", **more)))
