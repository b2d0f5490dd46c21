"""The decree of renewal: readable, signable, with a list of names as its annex."""

from dataclasses import replace
from datetime import date

import pytest

from documents.blitar.letter import Printing
from documents.blitar.staffing.renewal_decree import renewal_decree
from domain.blitar.staffing.renewing import Renewal, RenewedLine
from tests.documents.printed import pages_of

DECREE = Renewal(
    decree="188/9/2026", decided_on=date(2026, 11, 30), until=date(2027, 12, 31), reason="kinerja baik"
)
PRINTING = Printing(on=date(2026, 11, 30), by="Yuni", application_version="1", demo=True)


def line(place):
    return RenewedLine(
        staff_id=place,
        name=f"Pendamping {place}",
        decree=f"SK {place}",
        starts_on=date(2027, 1, 1),
        until=date(2027, 12, 31),
        district_codes=("35.05.01", "35.05.02"),
    )


def paper(lines=22, *, signed=True, told=DECREE):
    return renewal_decree(told, [line(place) for place in range(1, lines + 1)], PRINTING, signed=signed)


def whole(page):
    return " ".join(pages_of(page))


def test_every_name_stands_on_the_list_with_appointment_period_and_kecamatan():
    told = whole(paper())
    for place in range(1, 23):
        assert f"Pendamping {place}" in told
    assert "1 Januari 2027 sampai 31 Desember 2027" in told
    assert "Wonodadi" in told


def test_it_names_the_provisions_that_it_rests_on():
    told = whole(paper())
    for place in ("Pasal 9 ayat (2) huruf c", "Pasal 11 ayat (1)", "Pasal 11 ayat (2)"):
        assert place in told


def test_until_it_is_recorded_it_is_a_draft():
    assert "KONSEP" in whole(paper(signed=False, told=Renewal(until=date(2027, 12, 31))))
    assert "KONSEP" not in whole(paper())


def ending(*starts):
    lines = [replace(line(place), starts_on=start) for place, start in enumerate(starts, 1)]
    return whole(renewal_decree(DECREE, lines, PRINTING, signed=True))


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        ((date(2026, 12, 19), date(2027, 1, 1)), "habis 18 s.d. 31 Desember 2026 ("),
        ((date(2026, 12, 1), date(2027, 1, 1)), "habis 30 November s.d. 31 Desember 2026 ("),
        ((date(2027, 1, 1), date(2027, 2, 1)), "habis 31 Desember 2026 s.d. 31 Januari 2027 ("),
        ((date(2027, 1, 1), date(2027, 1, 1)), "habis 31 Desember 2026 ("),
    ],
)
def test_the_contracts_end_on_their_last_days(starts, told):
    assert told in ending(*starts)


@pytest.mark.parametrize("reason", ["kinerjanya baik", "bahwa kinerjanya baik", "Bahwa kinerjanya baik;"])
def test_both_reasons_begin_with_bahwa_once(reason):
    assert "b. bahwa kinerjanya baik;" in whole(paper(told=replace(DECREE, reason=reason)))


def test_a_long_number_of_an_appointment_breaks_after_strokes_only():
    parts = ["188.45/", "4091234/", "409.104.2/", "KPTS.KUM/", "2026"]
    told = renewal_decree(DECREE, [replace(line(1), decree="".join(parts))], PRINTING, signed=True)
    cut = whole(told).split("Pendamping 1 ", 1)[1]
    for part in parts:
        assert part in cut
