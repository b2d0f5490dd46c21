"""Beranda: who you could be, and what waits for the one whom you are."""

import pytest

from domain.regulation.assessment import Verdict
from domain.roles import Permission, Role, may


def test_nobody_sees_every_persona_in_a_user_group_with_what_it_can_do(screens):
    offered = {button.label.replace("\\", "") for button in screens.app.button}
    assert {person.name for person in screens.people()} <= offered
    assert [heading.value for heading in screens.app.subheader] == [
        "Dinas dan Pokjanis Sampang",
        "Pendampingan Blitar",
        "Pimpinan dan administrator",
    ]
    assert not screens.app.exception


def test_a_button_makes_me_that_persona(screens):
    officer = next(person for person in screens.people() if Role.OFFICER in person.roles)
    screens.app.button(key=f"be:{officer.id}").click().run()
    assert screens.app.title[0].value == f"Halo, {officer.name.split(' (')[0]}"
    assert screens.app.sidebar.selectbox[0].value == officer.id


@pytest.mark.parametrize("role", Role)
def test_every_role_is_greeted_and_told_what_waits_and_no_more_than_it_may_read(screens, role):
    screens.be(role)
    assert not screens.app.exception
    assert "Yang menunggu Anda" in screens.text
    reads = may({role}, Permission.READ_APPLICATIONS)
    assert ("Pengajuan terbaru" in screens.text) == reads
    assert ("Perlu penilaian Pokjanis" in screens.text) == reads


def test_the_counts_by_verdict_add_up_to_the_whole_register(screens):
    screens.be(Role.TEAM_MEMBER)
    labels = {metric.label for metric in screens.app.metric}
    assert all(any(verdict.label in label for label in labels) for verdict in Verdict)
    assert sum(int(metric.value) for metric in screens.app.metric) >= 100


def test_an_administrator_sees_how_many_proposals_wait(screens):
    screens.be(Role.ADMINISTRATOR)
    assert "Usulan ketetapan kantor 0" in screens.text


def test_a_role_whose_screens_come_later_is_told_so_kindly(screens):
    screens.be(Role.MENTOR)
    assert "Layar kunjungan menyusul" in screens.text
