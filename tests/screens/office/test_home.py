"""Beranda: who you could be, and what waits for the one whom you are."""

from datetime import timedelta

import pytest

from db.opening import open_demo
from db.sampang.applications.application_list import Filter, counts_by_stage, list_applications
from db.sampang.servicing.letters_ready import letters_ready
from db.sampang.treasury.closing import months_to_close
from domain.blitar.roles import BlitarRole
from domain.dates import indonesian_date
from domain.programme import may
from domain.regulation.assessment import Verdict
from domain.roles import OfficeRole
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from tests.people import ROLES, someone
from tests.screens.clock import TODAY, clock_at

# Title of the card, and the stages whose files it counts, by hand from who does which step.
CARDS = {
    SampangRole.OFFICER: {
        "Berkas masuk untuk diperiksa": (Stage.FILED,),
        "Menunggu perjanjian": (Stage.APPROVED,),
        "Menunggu permintaan cair": (Stage.AGREED,),
    },
    SampangRole.TEAM_MEMBER: {
        "Berkas untuk disurvei": (Stage.CHECKED,),
        "Siap dirapatkan": (Stage.SURVEYED, Stage.POSTPONED),
    },
    SampangRole.TEAM_LEAD: {
        "Berkas untuk disurvei": (Stage.CHECKED,),
        "Siap dirapatkan": (Stage.SURVEYED, Stage.POSTPONED),
        "Permintaan cair untuk disetujui": (Stage.REQUESTED,),
    },
    SampangRole.BANK: {"Berkas untuk disurvei": (Stage.CHECKED,)},
}
ALL_CARDS = {title for cards in CARDS.values() for title in cards}


def _metrics(screens):
    return {metric.label: metric.value for metric in screens.app.metric}


def _links(screens):
    """Every link of the screen: its words, its page and what it puts into the address."""
    return [
        (link.proto.label, link.proto.page, link.proto.query_string) for link in screens.app.get("page_link")
    ]


def _stored(screens, verb, *more, **named):
    officer = next(person for person in screens.people() if SampangRole.OFFICER in person.roles)
    database = open_demo(screens.url)
    with database.read() as session:
        found = verb(session, officer, *more, **named)
    database.close()
    return found


def test_nobody_sees_every_persona_in_a_user_group_with_what_it_can_do(screens):
    offered = {button.label.replace("\\", "") for button in screens.app.button}
    assert {person.name for person in screens.people()} <= offered
    assert [heading.value for heading in screens.app.subheader] == [
        "Pimpinan dan administrator",
        "Dinas dan Pokjanis Sampang",
        "Pendampingan Blitar",
    ]
    assert not screens.app.exception


def test_a_button_makes_me_that_persona(screens):
    officer = next(person for person in screens.people() if SampangRole.OFFICER in person.roles)
    screens.app.button(key=f"be:{officer.id}").click().run()
    assert screens.app.title[0].value == f"Halo, {officer.name.split(' (')[0]}"
    assert screens.app.sidebar.selectbox[0].value == officer.id


@pytest.mark.parametrize(
    "role", [role for role in ROLES if role not in (OfficeRole.LEADERSHIP, BlitarRole.MENTOR)]
)
def test_every_role_is_greeted_and_told_what_waits_and_no_more_than_it_may_read(screens, role):
    screens.be(role)
    assert not screens.app.exception
    assert "Yang menunggu Anda" in screens.text
    reads = may(someone(role), SampangPermission.READ_APPLICATIONS, SAMPANG)
    assert ("Pengajuan terbaru" in screens.text) == reads
    assert ("Perlu penilaian Pokjanis" in screens.text) == reads
    assert ("Dana bebas" in screens.text) == may(someone(role), SampangPermission.READ_FUND, SAMPANG)


@pytest.mark.parametrize("role", CARDS)
def test_a_role_sees_how_many_files_wait_for_it_and_not_what_waits_for_others(screens, role):
    screens.be(role)
    counts = _stored(screens, counts_by_stage)
    expected = {
        title: str(sum(counts.get(stage, 0) for stage in stages)) for title, stages in CARDS[role].items()
    }
    shown = {title: value for title, value in _metrics(screens).items() if title in ALL_CARDS}
    assert shown == expected
    assert all(int(value) > 0 for value in shown.values())


@pytest.mark.parametrize(
    ("role", "stages"),
    [
        (SampangRole.OFFICER, {"filed", "approved", "agreed"}),
        (SampangRole.TEAM_MEMBER, {"checked"}),
        (SampangRole.TEAM_LEAD, {"checked", "requested"}),
        (SampangRole.BANK, {"checked", "approved"}),
    ],
)
def test_the_numbers_open_the_list_of_their_stage(screens, role, stages):
    screens.be(role)
    opened = {query for _, page, query in _links(screens) if page == "pinjaman" and query}
    own = {f"tahap={stage}" for stage in stages}
    assert own <= opened
    # What needs a decision ends with the stage where a file has waited longest, whosever step it is.
    assert len(opened - own) <= (role is SampangRole.TEAM_LEAD)


def test_the_lead_is_led_to_the_meeting_and_to_the_reversals(screens):
    screens.be(SampangRole.TEAM_LEAD)
    links = {label: page for label, page, _ in _links(screens)}
    assert links["Buka rapat Pokjanis"] == "rapat-pokjanis"
    assert links["Buka Kas dana"] == "kas-dana"
    assert _metrics(screens)["Pembalikan angsuran"] == "1"


def test_an_officer_is_told_of_a_request_that_came_back(screens):
    screens.be(SampangRole.OFFICER)
    assert "1 di antaranya dikembalikan Ketua Harian" in screens.text


def test_the_bank_is_told_of_collateral_that_it_has_not_received(screens):
    screens.be(SampangRole.BANK)
    assert _metrics(screens)["Agunan belum diterima bank"] == "2"


def test_the_lead_is_told_which_months_wait_to_be_closed_and_the_officer_is_not(screens):
    screens.be(SampangRole.TEAM_LEAD)
    months = _stored(screens, months_to_close, TODAY)
    assert _metrics(screens)["Bulan menunggu ditutup"] == str(len(months))
    assert ("Buka Tutup bulan", "kas-dana", "bagian=Tutup+bulan") in _links(screens)
    screens.be(SampangRole.OFFICER)
    assert "Bulan menunggu ditutup" not in _metrics(screens)


@pytest.mark.parametrize("role", [SampangRole.OFFICER, SampangRole.TEAM_LEAD])
def test_who_issues_letters_is_told_how_many_can_go_today(screens, role):
    screens.be(role)
    ready = _stored(screens, letters_ready, TODAY).loans
    assert _metrics(screens).get("Surat penagihan siap", "0") == str(ready)


def test_the_leadership_begins_with_the_summary_and_is_led_to_the_fund(screens):
    screens.be(OfficeRole.LEADERSHIP)
    assert screens.app.title[0].value == "Ringkasan"
    assert ("Buka Kas dana", "kas-dana", "") in _links(screens)


def test_only_files_that_are_not_decided_are_counted_by_verdict(screens):
    screens.be(SampangRole.TEAM_MEMBER)
    shown = {
        verdict: int(value)
        for label, value in _metrics(screens).items()
        for verdict in Verdict
        if label.endswith(verdict.label)
    }
    assert set(shown) == set(Verdict)
    undecided = _stored(screens, list_applications, Filter(stages=UNDECIDED)).total
    assert sum(shown.values()) == undecided
    assert undecided < _stored(screens, list_applications).total


def test_a_count_by_verdict_opens_the_list_of_as_many_applications(screens):
    screens.be(SampangRole.TEAM_MEMBER)
    queries = {query for label, page, query in _links(screens) if page == "kelayakan"}
    assert "hasil=qualifies" in queries


def test_an_administrator_sees_how_many_proposals_wait(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    assert "Usulan ketetapan kantor · Dana bergulir Sampang 0" in screens.text
    assert "Usulan ketetapan kantor · Pendampingan Blitar 0" in screens.text


def test_the_fasilitator_sees_how_many_kecamatan_have_nobody(screens):
    screens.be(BlitarRole.FACILITATOR)
    assert "Kecamatan tanpa Pendamping 1" in screens.text
    assert "Binangun" in screens.text


def test_demo_data_say_up_to_which_day_they_go_once_that_is_past(office):
    told = "DATA CONTOH — bukan data sebenarnya"
    assert told in [each.value for each in office.start().sidebar.caption]
    with clock_at(TODAY + timedelta(days=3)):
        later = office.start()
    assert f"{told}, sampai dengan {indonesian_date(TODAY)}" in [each.value for each in later.sidebar.caption]
