"""The Kepala Dinas ticks whose contract is renewed, all by one decree; nobody else sees the tab."""

from datetime import date

import pytest

from db.blitar.staffing.renewals import renewal_decrees
from db.blitar.staffing.staff import end_service, staff
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.roles import BlitarRole
from pages.parts.store import now, today
from tests.screens.blitar.test_mentors import Screen
from tests.screens.demo_office import calm, labelled, said

FORM, TAB = "perpanjangan", "Perpanjangan"
NEXT_YEAR = date(2027, 12, 31)


@pytest.fixture
def screen(office):
    return Screen(office, BlitarRole.AGENCY_HEAD).tab(TAB)


def boxes(screen):
    return [one for one in screen.app.checkbox if ":centang-" in one.key]


def question(screen):
    """The button that opens the question, as it is sent to the browser."""
    popovers = [one.proto.popover for one in screen.app.get("popover")]
    (found,) = [one for one in popovers if one.label.startswith("Perpanjang ")]
    return found


def test_nothing_is_ticked_until_somebody_ticks_it(screen):
    assert boxes(screen)
    assert not any(one.value for one in boxes(screen))
    assert question(screen).label == "Perpanjang 0 kontrak"
    assert question(screen).disabled


def test_all_who_can_are_renewed_by_one_press_and_the_decree_can_be_printed(screen, office):
    calm(labelled(screen.app.checkbox, "Semua").check().run())
    count = len(boxes(screen))
    screen.fill(FORM, decree="188/9/2026", until=NEXT_YEAR, reason="kinerja baik").run()
    assert question(screen).label == f"Perpanjang {count} kontrak"
    asked = f"Perpanjang kontrak {count} Pendamping sampai 31 Desember 2027, dengan 188/9/2026?"
    assert asked in screen.said
    screen.press("Ya, perpanjang")
    assert f"Kontrak {count} Pendamping diperpanjang" in screen.said
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.read() as session:
        (decree,) = renewal_decrees(session, head)
        renewed = [one for one in staff(session, head) if one.service.contract_until == NEXT_YEAR]
    assert len(decree.lines) == len(renewed) == count
    assert "Cetak keputusan" in [one.label for one in screen.app.get("download_button")]


def test_what_the_decree_lacks_is_said_and_nobody_is_renewed(screen, office):
    calm(boxes(screen)[0].check().run())
    screen.press("Ya, perpanjang")
    assert "Nomor Keputusan Kepala Dinas belum diisi" in said(screen.app)
    with office.database.read() as session:
        assert renewal_decrees(session, office.by_role[BlitarRole.AGENCY_HEAD]) == ()


def test_a_last_day_that_prolongs_no_contract_is_told_by_name_and_cannot_be_pressed(screen):
    first = boxes(screen)[0]
    calm(first.check().run())
    name = first.label.partition(" · ")[0]
    screen.fill(FORM, until=today()).run()
    assert f"harus sesudah kontrak yang berjalan: {name} (sudah sampai" in screen.said
    assert question(screen).disabled
    screen.fill(FORM, until=NEXT_YEAR).run()
    assert not question(screen).disabled


def test_who_has_ended_is_told_with_the_reason_and_has_no_box(office):
    before = boxes(Screen(office, BlitarRole.AGENCY_HEAD).tab(TAB))
    leaving = int(before[0].key.rpartition("-")[2])
    resigned = Ending(ground=EndingGround.RESIGNATION, last_day=today())
    with office.database.write() as session:
        end_service(
            session,
            office.by_role[BlitarRole.FACILITATOR],
            leaving,
            resigned,
            expected_version=1,
            at=now(),
        )
    opened = Screen(office, BlitarRole.AGENCY_HEAD).tab(TAB)
    assert len(boxes(opened)) == len(before) - 1
    assert "Tidak dapat diperpanjang: 1" in opened.said
    assert "Pasal 9 ayat (2)" in opened.said


def test_the_tab_is_the_heads_alone(office):
    opened = Screen(office, BlitarRole.FACILITATOR).tab(TAB)
    assert not boxes(opened)
