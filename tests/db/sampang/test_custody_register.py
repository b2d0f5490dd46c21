"""The collateral register: kept by the bank, lent and swapped by III.8, given back when nothing is owed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest

from db.refusals import SameAgain
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.origination.collateral_register import record_custody, register_lines
from db.sampang.refusals import Hindered
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.custody import (
    NOT_JUDGED,
    BorrowerStanding,
    CustodyEvent,
    CustodyLine,
    Standing,
    thing_key,
)
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import DAY, LAND, a_lending_office, custody_entry

OTHER = replace(LAND, description="SHM 113 Desa Torjun")
GOOD = BorrowerStanding(judged=Standing.GOOD, reason="lancar")
IMPAIRED = BorrowerStanding(judged=Standing.IMPAIRED, reason="menunggak dua bulan")
LATER = datetime(2028, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def file(lending):
    return lending.file_at(Stage.DISBURSED)


def note(lending, file, event, thing=LAND, standing=NOT_JUDGED, **more):
    line = CustodyLine(entry=custody_entry(event, thing, **more), standing=standing)
    return lending.run(record_custody, lending.bank, file, line)


def settle(lending, file):
    loan = lending.ask(loan_of, lending.lead, file)
    received = Payment(amount=22_400_000, on=date(2028, 3, 2), reference=f"lunas {loan.number}")
    lending.run(record_payment, lending.officer, loan.id, received, at=LATER)


def refused(lending, file, *what, **more):
    before = lending.office.everything()
    with pytest.raises(Hindered) as found:
        note(lending, file, *what, **more)
    assert lending.office.everything() == before
    return found.value.sentence


def test_the_register_tells_each_line_with_who_wrote_it_and_the_standing(lending, file):
    note(lending, file, CustodyEvent.LENT_OUT, standing=GOOD)
    lines = lending.ask(register_lines, lending.officer, file)
    assert [(one.entry.event, one.by) for one in lines] == [
        ("received", "Orang Bank Jatim"),
        ("deed", "Orang petugas"),
        ("land_check", "Orang petugas"),
        ("lent_out", "Orang Bank Jatim"),
    ]
    assert (lines[3].standing, lines[0].standing) == (GOOD, NOT_JUDGED)


def test_lending_needs_the_recorded_standing_with_its_reason(lending, file):
    for standing in (NOT_JUDGED, BorrowerStanding(judged=Standing.GOOD, reason=" ")):
        assert "belum dinilai" in refused(lending, file, CustodyEvent.LENT_OUT, standing=standing)


def test_an_impaired_borrower_first_pays_principal_and_interest_of_the_running_month(lending, file):
    # Rp20.000.000 and, on the day of the payout itself, Rp100.000 of the month that runs (III.8)
    told = refused(lending, file, CustodyEvent.LENT_OUT, standing=IMPAIRED)
    assert "Rp20.100.000: pokok Rp20.000.000" in told
    settle(lending, file)
    note(lending, file, CustodyEvent.LENT_OUT, standing=IMPAIRED)
    assert lending.seen(file).file.custody[0].is_lent_out


def test_a_swap_is_of_equal_value_or_more(lending, file):
    lower = replace(OTHER, value=29_999_999)
    told = refused(lending, file, CustodyEvent.SWAPPED, standing=GOOD, replacement=lower)
    assert "tambahkan Rp1" in told
    note(lending, file, CustodyEvent.SWAPPED, standing=GOOD, replacement=OTHER)
    old, new = lending.seen(file).file.custody
    assert (old.is_gone, new.thing, new.is_kept) == (True, OTHER, False)
    note(lending, file, CustodyEvent.RECEIVED, OTHER)
    assert lending.seen(file).file.custody[1].is_kept
    assert "sudah ditukar" in refused(lending, file, CustodyEvent.LENT_OUT, standing=GOOD)


def test_nothing_goes_back_for_good_while_something_is_owed(lending, file):
    assert "Pinjaman belum lunas" in refused(lending, file, CustodyEvent.RELEASED)
    settle(lending, file)
    note(lending, file, CustodyEvent.RELEASED)
    assert lending.seen(file).file.custody[0].is_gone


def test_what_is_kept_is_not_received_again_and_what_was_not_lent_does_not_come_back(lending, file):
    assert "sudah tercatat disimpan" in refused(lending, file, CustodyEvent.RECEIVED)
    assert "tidak tercatat sedang dipinjam" in refused(lending, file, CustodyEvent.GIVEN_BACK)
    note(lending, file, CustodyEvent.LENT_OUT, standing=GOOD)
    note(lending, file, CustodyEvent.GIVEN_BACK)
    assert lending.seen(file).file.custody[0].is_kept


def test_a_thing_that_is_not_pledged_has_no_line(lending, file):
    with pytest.raises(ValueError, match="not pledged"):
        note(lending, file, CustodyEvent.RECEIVED, replace(LAND, description="bukan agunan"))


def test_a_line_tells_what_happened_and_not_what_is_going_to(lending, file):
    told = refused(lending, file, CustodyEvent.LENT_OUT, standing=GOOD, on=DAY + timedelta(days=1))
    assert "masih di masa depan" in told


def test_a_file_that_was_taken_back_after_the_bank_received_its_land_can_return_it(lending):
    file = lending.file_at(Stage.AGREED)
    lending.press("withdraw", file)
    assert "tahap “Ditarik pemohon”" in refused(lending, file, CustodyEvent.LENT_OUT, standing=GOOD)
    note(lending, file, CustodyEvent.RELEASED)
    assert lending.seen(file).file.custody[0].is_gone


def test_a_line_pressed_twice_is_written_once(lending):
    file = lending.file_at(Stage.APPROVED)
    for _ in range(2):
        lending.press("receive", file, nonce=f"receive-{file}")
    assert len(lending.ask(register_lines, lending.bank, file)) == 1
    assert lending.ask(register_lines, lending.bank, file)[0].entry.thing == thing_key(LAND)


def test_what_happened_to_a_thing_that_day_is_written_down_again_only_for_a_reason(lending, file):
    with pytest.raises(SameAgain) as asked:
        note(lending, file, CustodyEvent.DEED)
    assert asked.value.reasons == (
        "Diikat secara notariil: SHM 112 Desa Torjun, 2 Maret 2026, nomor TT/1, dengan N; dicatat "
        "Orang petugas, 2 Maret 2026 10.14.",
    )
    line = CustodyLine(entry=custody_entry(CustodyEvent.DEED))
    lending.run(record_custody, lending.bank, file, line, again_because="akta tambahan")
    lines = lending.ask(register_lines, lending.officer, file)
    deeds = [one.again for one in lines if one.entry.event is CustodyEvent.DEED]
    assert deeds == ["", "akta tambahan"]


@pytest.mark.parametrize(
    "other", [{"on": DAY + timedelta(days=1)}, {"event": CustodyEvent.LAND_CHECK}], ids=str
)
def test_another_day_or_event_is_no_repetition(lending, other):
    file = lending.file_at(Stage.APPROVED)
    note(lending, file, CustodyEvent.DEED)
    later = datetime(2026, 3, 4, tzinfo=UTC)
    line = CustodyLine(entry=custody_entry(**{"event": CustodyEvent.DEED} | other))
    lending.run(record_custody, lending.bank, file, line, at=later)
    assert len(lending.ask(register_lines, lending.officer, file)) == 2


def test_of_two_tabs_that_write_one_line_at_one_moment_one_does_and_the_other_is_asked(lending):
    file = lending.file_at(Stage.APPROVED)
    together = Barrier(2)

    def press(_):
        together.wait()
        try:
            note(lending, file, CustodyEvent.DEED)
        except SameAgain:
            return "asked"
        return "written"

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(press, range(2))) == ["asked", "written"]
