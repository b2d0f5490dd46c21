"""A projection is one page that says that it promises nothing, with its seed and all that it rests on."""

from datetime import date

from documents.sampang.projection_sheet import ProjectionPrint, projection_sheet
from domain.regulation.law_in_force import Practice
from domain.sampang.law import law_on
from domain.sampang.projection.projection_known import Aims, Asked, FundKnown, Waiting, begun, projected
from domain.sampang.projection.projection_rates import OwnNumbers
from domain.sampang.projection.projection_start import WantedLending
from domain.sampang.projection.projection_words import ALWAYS, approximated, assumptions, told_in_short
from tests.documents.printed import pages_of

DAY = date(2026, 12, 1)
LAW = law_on(DAY, Practice())
KNOWN = FundKnown(
    day=DAY,
    cash=100_000_000,
    principal=(10_000_000,) * 12,
    interest=(500_000,) * 12,
    loans=10,
    overdue=5_000_000,
    macet=0,
    queue=tuple(Waiting(20_000_000, 24) for _ in range(30)),
    approved=2,
)


def printed():
    asked = Asked(
        lending=WantedLending(a_month=1, amount=10_000_000, tenor=36),
        own=OwnNumbers(defaulted=25, settled=10, late=20, late_months=2),
        aims=Aims(floor=20_000_000, seed=4711),
    )
    assumed = asked.of(KNOWN)
    found, start = projected(assumed, LAW), begun(assumed, LAW).start
    return ProjectionPrint(
        found=found,
        told=assumptions(assumed, start.new, "Perbup Sampang 20/2015"),
        short=told_in_short(found, start.approved),
        fine=(*ALWAYS, *approximated(KNOWN)),
        on=DAY,
        by="Halim",
        version="0",
        demo=False,
    )


def test_it_is_one_page_with_every_assumption_and_the_seed():
    (page,) = pages_of(projection_sheet(printed()))
    for words in (
        "Perkiraan, bukan janji.",
        "Benih 4711",
        "25 dari 1.000 pinjaman setahun (isian Anda)",
        "20 dari 100 pinjaman selalu terlambat 2 bulan",
        "30 berkas, Rp600.000.000: 2 sudah ditetapkan, 28 memenuhi syarat",
        # Three months of the Rp500.000 that all running loans bring a month.
        "paling banyak Rp1.500.000 selama sepuluh tahun",
        "2026 (1 bln)",
    ):
        assert words in page


def test_the_same_projection_gives_the_same_bytes():
    assert projection_sheet(printed()) == projection_sheet(printed())
