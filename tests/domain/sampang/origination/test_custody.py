"""The register of pledged things: kept, lent out, swapped and given back (III.8 to III.10)."""

from dataclasses import replace

import pytest

from domain.sampang.application import Collateral
from domain.sampang.fund.repayment import NOTHING_OWED, Owed
from domain.sampang.hindrance import Hindrance
from domain.sampang.kinds import PriceLetter
from domain.sampang.origination.custody import (
    Custody,
    CustodyEntry,
    CustodyEvent,
    custody_missing,
    hindrances_to_entry,
    thing_key,
)
from tests.domain.sampang.builders import JUTA, mobil, motor, tanah
from tests.domain.sampang.origination.made_up import KEPT, kept, line, places, register, told

RECEIVED, DEED, CHECKED = KEPT
LENT, BACK = CustodyEvent.LENT_OUT, CustodyEvent.GIVEN_BACK
SWAPPED, RELEASED = CustodyEvent.SWAPPED, CustodyEvent.RELEASED
OWED = Owed(principal=9 * JUTA, interest_due=100_000, running=50_000)
LAND = tanah(100 * JUTA)


def after(*events: CustodyEvent) -> Custody:
    """The land after these events."""
    return kept((LAND,), *events)[0] if events else register((LAND,))[0]


def entering(
    event: CustodyEvent | CustodyEntry,
    custody: Custody | None = None,
    *,
    standing: bool | None = True,
    owed: Owed = OWED,
) -> tuple[Hindrance, ...]:
    """What stands in the way of a line about the land, which is kept if nothing else is said."""
    entry = line(LAND, event) if isinstance(event, CustodyEvent) else event
    return hindrances_to_entry(entry, custody or after(*KEPT), good_standing=standing, owed=owed)


def swap_for(replacement: Collateral | None) -> CustodyEntry:
    return line(LAND, SWAPPED, replacement=replacement)


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), ""),
        ((RECEIVED,), "kept"),
        ((DEED,), "bound"),
        ((CHECKED,), "checked"),
        ((RECEIVED, DEED, CHECKED), "kept bound checked"),
        ((RECEIVED, LENT), "lent"),
        ((RECEIVED, DEED, LENT), "lent bound"),
        ((RECEIVED, LENT, DEED), "lent bound"),
        ((RECEIVED, LENT, BACK), "kept"),
        ((RECEIVED, LENT, BACK, LENT), "lent"),
        ((RECEIVED, SWAPPED), "gone swapped"),
        ((RECEIVED, DEED, RELEASED), "bound gone"),
    ],
)
def test_the_lines_tell_where_a_thing_is(events: tuple[CustodyEvent, ...], state: str) -> None:
    found = after(*events)
    words = {
        "kept": found.is_kept,
        "lent": found.is_lent_out,
        "bound": found.is_bound,
        "checked": found.is_checked,
        "gone": found.is_gone,
        "swapped": found.is_swapped,
    }
    assert {word for word, holds in words.items() if holds} == set(state.split())


# ---- which line may follow ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("events", "event", "place"),
    [
        ((), RECEIVED, None),
        ((RECEIVED,), RECEIVED, "III.10"),
        ((RECEIVED,), DEED, None),
        ((RECEIVED,), CHECKED, None),
        ((), LENT, "III.10"),
        ((RECEIVED,), LENT, None),
        ((RECEIVED, LENT), LENT, "III.10"),
        ((RECEIVED,), BACK, "III.8"),
        ((), BACK, "III.8"),
        ((RECEIVED, LENT), BACK, None),
        ((), RELEASED, "III.10"),
        ((RECEIVED,), RELEASED, None),
        ((RECEIVED, LENT), RELEASED, "III.10"),
    ],
)
def test_a_line_fits_what_the_lines_before_tell(
    events: tuple[CustodyEvent, ...], event: CustodyEvent, place: str | None
) -> None:
    found = entering(event, after(*events), owed=NOTHING_OWED)
    assert places(found) == ([place] if place else [])


@pytest.mark.parametrize("event", CustodyEvent)
@pytest.mark.parametrize("end", [SWAPPED, RELEASED])
def test_what_is_gone_for_good_takes_no_line(event: CustodyEvent, end: CustodyEvent) -> None:
    entry = line(LAND, event, replacement=tanah(200 * JUTA))
    found = entering(entry, after(RECEIVED, end), owed=NOTHING_OWED)
    assert told(found) == "Agunan ini sudah ditukar atau diserahkan kembali menurut catatan. (III.10)"


# ---- lending and swapping (III.8) --------------------------------------------------------------
BOTH = [line(LAND, LENT), swap_for(tanah(100 * JUTA))]


@pytest.mark.parametrize("entry", BOTH, ids=lambda one: one.event)
def test_a_borrower_in_good_standing_borrows_or_swaps_with_the_loan_still_running(
    entry: CustodyEntry,
) -> None:
    assert entering(entry, standing=True) == ()


@pytest.mark.parametrize("entry", BOTH, ids=lambda one: one.event)
def test_an_impaired_borrower_first_pays_principal_and_interest_up_to_the_month(entry: CustodyEntry) -> None:
    found = entering(entry, standing=False)
    assert places(found) == ["III.8"]
    # 9,000,000 + 100,000 due + 50,000 of the running month.
    for amount in ("Rp9.150.000", "Rp9.000.000", "Rp100.000", "Rp50.000"):
        assert amount in told(found)


@pytest.mark.parametrize("entry", BOTH, ids=lambda one: one.event)
@pytest.mark.parametrize("owed", [Owed(1, 0), Owed(0, 1), Owed(0, 0, 1)])
def test_one_rupiah_of_any_sort_still_bars_the_impaired_borrower(owed: Owed, entry: CustodyEntry) -> None:
    assert places(entering(entry, standing=False, owed=owed)) == ["III.8"]
    assert entering(entry, standing=False, owed=NOTHING_OWED) == ()


@pytest.mark.parametrize("entry", BOTH, ids=lambda one: one.event)
def test_a_standing_that_nobody_judged_is_asked_for(entry: CustodyEntry) -> None:
    found = entering(entry, standing=None)
    assert places(found) == ["III.8"]
    assert "belum dinilai" in told(found)


def test_what_the_examination_of_the_new_thing_finds_stands_in_the_way_of_a_swap_alone() -> None:
    found = (Hindrance("kurang Rp1."),)
    told_of = {"good_standing": True, "owed": OWED, "of_swap": found}
    assert hindrances_to_entry(swap_for(tanah(100 * JUTA)), after(*KEPT), **told_of) == found
    assert hindrances_to_entry(line(LAND, LENT), after(*KEPT), **told_of) == ()


def test_a_swap_names_what_comes_instead() -> None:
    assert told(entering(swap_for(None))) == "Isi agunan pengganti beserta nilainya. (III.8)"


def test_a_thing_that_the_borrower_has_is_not_swapped() -> None:
    assert places(entering(swap_for(tanah(100 * JUTA)), after(RECEIVED, LENT))) == ["III.10"]


@pytest.mark.parametrize("owed", [Owed(1, 0), Owed(0, 1), Owed(0, 0, 1)])
@pytest.mark.parametrize("standing", [True, False, None])
def test_a_thing_goes_back_for_good_only_once_nothing_is_owed(owed: Owed, standing: bool | None) -> None:
    found = entering(RELEASED, standing=standing, owed=owed)
    assert "Pinjaman belum lunas: masih Rp1 " in told(found)
    assert entering(RELEASED, standing=standing, owed=NOTHING_OWED) == ()


# ---- the register ------------------------------------------------------------------------------
CAR = mobil(120 * JUTA)


def test_what_comes_in_a_swap_is_kept_and_bound_anew() -> None:
    before = [line(LAND, event) for event in KEPT]
    swap = line(LAND, SWAPPED, replacement=CAR)
    assert custody_missing(register((LAND,), *before)) == ()
    swapped = register((LAND,), *before, swap)
    assert [one.thing for one in swapped] == [LAND, CAR]
    assert told(custody_missing(swapped)).split("\n") == [
        "Agunan 2, kendaraan (BPKB): aslinya belum tercatat disimpan di Bank Jatim. (III.10)",
        "Agunan 2, kendaraan (BPKB): belum tercatat diikat secara notariil. (III.10)",
    ]
    in_order = register((LAND,), *before, swap, line(CAR, RECEIVED), line(CAR, DEED))
    assert custody_missing(in_order) == ()


def test_a_thing_that_comes_back_in_a_second_swap_starts_anew() -> None:
    there = [*(line(LAND, event) for event in KEPT), line(LAND, SWAPPED, replacement=CAR)]
    back = [line(CAR, RECEIVED), line(CAR, SWAPPED, replacement=LAND)]
    found = register((LAND,), *there, *back)
    assert [(one.thing, one.is_gone, one.is_kept) for one in found] == [
        (LAND, True, False),
        (CAR, True, False),
        (LAND, False, False),
    ]
    assert len(custody_missing(found)) == 3
    again = register((LAND,), *there, *back, *(line(LAND, event) for event in KEPT))
    assert custody_missing(again) == ()
    assert [len(one.entries) for one in again] == [4, 2, 3]


def test_only_a_swap_brings_another_thing_in() -> None:
    assert len(register((LAND,), line(LAND, RECEIVED, replacement=CAR))) == 1


def test_the_lines_of_one_thing_say_nothing_of_another() -> None:
    two = register((LAND, CAR), line(CAR, RECEIVED))
    assert [one.is_kept for one in two] == [False, True]


@pytest.mark.parametrize(
    "changed", [tanah(100 * JUTA + 1), tanah(100 * JUTA, price_letter=PriceLetter.LURAH), motor(100 * JUTA)]
)
def test_a_thing_with_other_data_is_another_thing(changed: Collateral) -> None:
    assert thing_key(changed) != thing_key(LAND)
    assert thing_key(replace(LAND)) == thing_key(LAND)
