"""A list of binaan taken in: new ones once, known ones never again, and as few statements as a short one."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from db.blitar.caseload.client_list import look_up_list, take_in_list
from db.blitar.caseload.month_counts import count_anew
from db.refusals import Wrong
from db.tables import AuditRow, ClientRow, MonthCountRow
from domain.blitar.client import BusinessAnswers, Client
from domain.blitar.kinds import SubjectKind
from domain.blitar.place import Place
from tests.db.blitar.mentoring import START, TODAY, UDANAWU, WONODADI
from tests.db.people import NOW, a_nonce
from tests.db.statements import asked

NIK, NIB = "3505014506850000", "1234567890123"


def one(name="Warung Bu Ani", nik=None, nib="", code=WONODADI):
    place = Place(regency_code="35.05", district_code=code)
    business = BusinessAnswers(business_number=nib)
    return Client(kind=SubjectKind.CLIENT_MICRO, name=name, nik=nik, place=place, business=business)


def a_list(*clients):
    return [(client, f"{place:032x}") for place, client in enumerate(clients)]


def take(programme, told, *, carers=(), since=TODAY, nonce=None):
    when = {"since": since, "nonce": nonce or a_nonce(), "at": NOW}
    return programme.do(take_in_list, programme.facilitator, told, carers=dict(carers), **when)


def test_the_same_list_twice_adds_nothing(programme):
    told = a_list(one(), one("Toko Budi"))
    assert take(programme, told).numbers == ("BN-2026-0001", "BN-2026-0002")
    again = take(programme, told)
    assert (again.numbers, again.known) == ((), 2)
    assert programme.office.count(ClientRow) == 2


@pytest.mark.parametrize("known", [{"nik": NIK}, {"nib": NIB}])
def test_a_known_nik_or_nib_is_never_doubled_and_is_told(programme, known):
    take(programme, a_list(one("Warung Lama", **known)))
    told = [(one("Nama Lain Sekali", **known), "f" * 32)]
    (found,) = programme.read(look_up_list, told).known.values()
    assert (found.number, found.is_open) == ("BN-2026-0001", True)
    assert take(programme, told).known == 1
    assert programme.office.count(ClientRow) == 1


def test_a_nib_is_the_same_whatever_stands_between_its_digits(programme):
    take(programme, a_list(one(nib=NIB)))
    told = [(one("Lain", nib="1234-567-890-123"), "f" * 32)]
    assert programme.read(look_up_list, told).known[0].why == "NIB sama"


def test_a_name_written_in_another_way_is_pointed_out_within_its_kecamatan(programme):
    take(programme, a_list(one("Toko Aisyah"), one("Toko Aisyah", code=UDANAWU)))
    told = [(one("Toko Aisah"), "f" * 32), (one("Bengkel Jaya"), "e" * 32)]
    found = programme.read(look_up_list, told)
    assert not found.known
    assert {place: [each.number for each in alike] for place, alike in found.like.items()} == {
        0: ["BN-2026-0001"]
    }


def test_each_binaan_has_its_own_line_in_the_trail(programme):
    take(programme, a_list(one(), one("Toko Budi")))
    with programme.office.database.read() as session:
        lines = session.scalars(select(AuditRow).where(AuditRow.action == "save_client")).all()
    assert [line.after["name"] for line in lines] == ["Warung Bu Ani", "Toko Budi"]


def test_a_binaan_comes_to_who_covers_its_kecamatan_and_else_to_nobody(programme):
    sri = programme.appoint("Sri")
    take(programme, a_list(one(), one("Toko Budi", code=UDANAWU)), carers={WONODADI: sri})
    with programme.office.database.read() as session:
        assert session.scalars(select(ClientRow.mentor_id).order_by(ClientRow.id)).all() == [sri, None]


def test_what_cannot_be_keeps_all_of_it_out(programme):
    with pytest.raises(Wrong, match="NIK"):
        take(programme, a_list(one(), one("Toko Budi", nik="12")))
    assert programme.office.count(ClientRow) == 0


def test_a_pendamping_who_did_not_serve_yet_is_given_nobody(programme):
    sri = programme.appoint("Sri")
    with pytest.raises(Wrong, match="bertugas"):
        take(programme, a_list(one()), carers={WONODADI: sri}, since=START.replace(year=2025))
    assert programme.office.count(ClientRow) == 0


def test_the_numbers_of_the_months_are_what_a_count_anew_gives(programme):
    sri = programme.appoint("Sri")
    take(programme, a_list(one(), one("Toko Budi", code=UDANAWU)), carers={WONODADI: sri})

    def kept(session):
        row = MonthCountRow
        return set(session.execute(select(row.month, row.what, row.key, row.place, row.n).where(row.n != 0)))

    with programme.office.database.write() as session:
        before = kept(session)
        count_anew(session)
        assert kept(session) == before


def test_a_thousand_lines_need_few_statements(programme):
    told = a_list(*(one(f"Usaha {place}", nib=f"{place:013}") for place in range(1_000)))
    with asked(programme.office.database) as statements:
        take(programme, told)
    assert len(statements) < 50
    with asked(programme.office.database) as statements:
        programme.read(look_up_list, told)
    assert len(statements) < 20
    with programme.office.database.read() as session:
        assert session.scalar(select(func.count()).select_from(AuditRow)) >= 1_000


def test_a_mended_line_of_a_known_binaan_is_known_by_its_number(programme):
    take(programme, a_list(one(nik=NIK)))
    mended = [(replace(one(nik=NIK), phone="0812"), "f" * 32)]
    assert take(programme, mended).known == 1
