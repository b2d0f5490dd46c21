"""Who may do what, written out by hand from the table of the design."""

import pytest

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed, may, require
from domain.programmes import PROGRAMMES
from domain.roles import Grant, Held, OfficePermission, OfficeRole, Permission, Person, Role
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from tests.people import ROLES, someone

TEAM = {"team_member", "team_lead"}
OF_SAMPANG: dict[str, set[str]] = {
    "enter_applications": {"officer"},
    # V and VII.4: Bank Jatim is an element of the Pokjanis and surveys with it.
    "read_applications": {"officer", "bank"} | TEAM,
    "assess_applications": {"officer"} | TEAM,
    "record_judgements": TEAM,
    "reveal_identity": {"officer", "team_lead"},
    "propose_settings": {"administrator"},
    "approve_settings": {"team_lead"},
    "read_audit": {"administrator"},
    "read_own_record": {"team_lead", "administrator"},
    "propose_erasure": {"administrator"},
    "approve_erasure": {"team_lead"},
    "start_demo_over": {"administrator"},
    "manage_people": {"administrator"},
    "check_papers": {"officer"},  # VIII.2.c
    "record_surveys": {"bank"} | TEAM,  # VI.2.a, VII.4
    "close_surveys": TEAM,
    "record_decisions": TEAM,  # VI.2.b
    "record_agreements": {"officer"},
    "request_disbursements": {"officer"},  # VIII.2.c
    "approve_disbursements": {"team_lead"},  # VII.3
    "record_custody": {"officer", "bank"},  # III.10, VII.9
    "read_loans": {"officer", "bank"} | TEAM,
    "read_fund": {"officer", "leadership"} | TEAM,
    "open_fund": {"team_lead"},  # VIII.5.a
    "record_payments": {"officer"},
    "settle_loans": {"officer"},  # VIII.5.e
    "reverse_payments": {"team_lead"},
    "hand_on_money": {"officer"},
    "propose_capital": {"officer"},
    "propose_takeover": {"officer"},
    "keep_team_register": TEAM,
    "verify_papers": {"officer", "bank", "leadership"} | TEAM,
    "approve_takeover": {"team_lead"},
    "approve_capital": {"team_lead"},
    "close_months": {"team_lead"},
    "load_boundaries": {"administrator"},
    "keep_law_texts": {"administrator"},
    "read_summary": {"leadership", "team_lead", "administrator"},
    "simulate_policy": {"leadership", "team_lead", "administrator"},
    "read_collection": {"officer", "team_lead", "bank"},
    "upload_bank_files": {"officer", "bank"},
    "watch_use_of_funds": {"officer", "bank"} | TEAM,  # VII.7
    "issue_letters": {"officer"} | TEAM,  # IX.1
    "record_collection": {"officer"},  # IX.2, IX.3
    "collect_together": {"officer", "bank"} | TEAM,  # VII.5
    "propose_red_list": {"officer"},  # IX.3
    "keep_red_list": {"team_lead"},
    "read_fund_reports": {"officer", "team_lead", "bank", "leadership"},  # VI.2.c, VII.8
    "read_registers": {"officer", "team_lead"},
    "withdraw_any_evidence": {"team_lead"},
    "propose_write_off": {"officer"},
    "approve_write_off": {"team_lead"},
    "read_sampang_map": {"officer", "bank", "leadership", "administrator"} | TEAM,
}
OF_BLITAR: dict[str, set[str]] = {
    "run_selection": {"facilitator"},  # Pasal 6(1), 8
    "read_selection": {"facilitator", "agency_head"},
    "appoint_staff": {"agency_head"},  # Pasal 5(1), 11(1)
    "manage_staff": {"facilitator"},
    "read_staff": {"facilitator", "agency_head", "mentor"},
    "plan_own_work": {"mentor"},  # Pasal 12.a
    "read_coverage": {"facilitator", "agency_head", "mentor", "leadership", "administrator"},
    "hand_over_clients": {"facilitator"},
    "read_clients": {"facilitator", "agency_head", "mentor"},
    "edit_clients": {"facilitator", "mentor"},
    "end_clients": {"facilitator"},
    "reveal_client_identity": {"facilitator", "agency_head"},
    "record_visits": {"facilitator", "mentor"},  # Pasal 12, 16(1)
    "verify_visits": {"facilitator"},  # Pasal 5(3)h, 15(1)
    "propose_upgrades": {"facilitator"},
    "decide_upgrades": {"agency_head"},
    "rule_on_clients": {"agency_head"},
    "read_reports": {"facilitator", "agency_head", "mentor"},
    "write_reports": {"facilitator"},  # Pasal 5(3)i
    "bundle_recommendations": {"facilitator"},
    "set_recommendations": {"agency_head"},  # Pasal 13(1)
    "verify_mentoring_papers": {"mentor", "facilitator", "agency_head", "leadership"},
    "review_facilitators": {"agency_head"},  # Pasal 15(2)
    "propose_settings": {"administrator"},
    "approve_settings": {"agency_head"},
    "read_audit": {"administrator"},
    "read_own_record": {"agency_head", "administrator"},
    "propose_erasure": {"administrator"},
    "approve_erasure": {"agency_head"},
    "start_demo_over": {"administrator"},
    "manage_people": {"administrator"},
    "load_boundaries": {"administrator"},
    "keep_law_texts": {"administrator"},
    "read_summary": {"leadership", "agency_head", "administrator"},
    "simulate_policy": {"leadership", "agency_head", "administrator"},
}
EXPECTED = {SAMPANG: OF_SAMPANG, BLITAR: OF_BLITAR}
PERMISSIONS: tuple[Permission, ...] = (*SampangPermission, *BlitarPermission, *OfficePermission)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
@pytest.mark.parametrize("permission", PERMISSIONS)
def test_a_role_may_do_in_a_programme_what_the_table_says_and_nothing_else(programme, permission) -> None:
    allowed = {role.value for role in ROLES if may(someone(role), permission, programme)}
    assert allowed == EXPECTED[programme].get(permission, set())


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
def test_every_permission_of_a_programme_is_in_its_table(programme) -> None:
    assert set(programme.grants) == set(EXPECTED[programme])


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
def test_every_provision_behind_a_permission_is_of_the_programmes_own_regulation(programme) -> None:
    instruments = {place.instrument.name for grant in programme.grants.values() for place in grant.places}
    assert len(instruments) == 1
    assert instruments <= {"Perbup Sampang 20/2015", "Perbup Blitar 3/2023"}


def test_a_role_of_one_programme_carries_nothing_in_the_other() -> None:
    lead = Person(1, "Contoh", frozenset({Held("sampang", SampangRole.TEAM_LEAD)}))
    assert may(lead, OfficePermission.APPROVE_SETTINGS, SAMPANG)
    assert not any(may(lead, permission, BLITAR) for permission in PERMISSIONS)


def test_an_administrator_of_one_programme_is_none_in_the_other() -> None:
    admin = Person(1, "Contoh", frozenset({Held("blitar", OfficeRole.ADMINISTRATOR)}))
    assert may(admin, OfficePermission.PROPOSE_SETTINGS, BLITAR)
    assert not may(admin, OfficePermission.PROPOSE_SETTINGS, SAMPANG)


def test_the_leadership_sees_no_application_and_no_identity() -> None:
    leader = someone(OfficeRole.LEADERSHIP)
    assert {permission for permission in PERMISSIONS if may(leader, permission, SAMPANG)} == {
        SampangPermission.READ_FUND,
        SampangPermission.READ_FUND_REPORTS,
        SampangPermission.READ_SAMPANG_MAP,
        SampangPermission.VERIFY_PAPERS,
        OfficePermission.READ_SUMMARY,
        OfficePermission.SIMULATE_POLICY,
    }
    assert {permission for permission in PERMISSIONS if may(leader, permission, BLITAR)} == {
        BlitarPermission.READ_COVERAGE,
        BlitarPermission.VERIFY_MENTORING_PAPERS,
        OfficePermission.READ_SUMMARY,
        OfficePermission.SIMULATE_POLICY,
    }


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
@pytest.mark.parametrize(
    ("maker", "approver"),
    [
        (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS),
        (SampangPermission.REQUEST_DISBURSEMENTS, SampangPermission.APPROVE_DISBURSEMENTS),
        (SampangPermission.RECORD_PAYMENTS, SampangPermission.REVERSE_PAYMENTS),
        (SampangPermission.PROPOSE_CAPITAL, SampangPermission.APPROVE_CAPITAL),
        (SampangPermission.PROPOSE_TAKEOVER, SampangPermission.APPROVE_TAKEOVER),
        (SampangPermission.PROPOSE_WRITE_OFF, SampangPermission.APPROVE_WRITE_OFF),
        (BlitarPermission.PROPOSE_UPGRADES, BlitarPermission.DECIDE_UPGRADES),
        (BlitarPermission.BUNDLE_RECOMMENDATIONS, BlitarPermission.SET_RECOMMENDATIONS),
    ],
)
def test_nobody_proposes_and_approves_with_one_role(programme, maker, approver) -> None:
    assert set(programme.carriers(maker)).isdisjoint(programme.carriers(approver))


def test_a_person_with_two_roles_may_do_what_either_carries() -> None:
    both = someone(SampangRole.BANK, OfficeRole.ADMINISTRATOR)
    assert may(both, OfficePermission.READ_AUDIT, SAMPANG)
    assert may(both, SampangPermission.RECORD_CUSTODY, SAMPANG)
    assert not may(both, SampangPermission.RECORD_DECISIONS, SAMPANG)


@pytest.mark.parametrize("person", [None, someone()], ids=["nobody", "without a role"])
def test_someone_without_a_role_may_do_nothing(person) -> None:
    assert not any(may(person, each, programme) for each in PERMISSIONS for programme in PROGRAMMES)


def test_a_refusal_says_what_is_refused_why_and_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(someone(SampangRole.BANK), SampangPermission.ASSESS_APPLICATIONS, SAMPANG)
    assert refused.value.permission is SampangPermission.ASSESS_APPLICATIONS
    assert str(refused.value) == refused.value.sentence
    assert refused.value.sentence == (
        "Anda tidak berwenang menilai pengajuan: peran Anda Bank Jatim pada Dana bergulir Sampang, sedangkan "
        "yang berwenang adalah petugas, anggota Pokjanis atau Ketua Harian. Mintalah kepada yang berwenang, "
        "atau hubungi administrator bila peran Anda keliru."
    )


def test_a_refusal_to_someone_with_roles_elsewhere_alone_says_so() -> None:
    refusal = NotAllowed(BlitarPermission.VERIFY_VISITS, BLITAR, someone(SampangRole.TEAM_LEAD))
    assert "Anda belum punya peran pada Pendampingan Blitar" in refusal.sentence
    assert "yang berwenang adalah Fasilitator." in refusal.sentence


def test_who_may_is_let_through() -> None:
    require(someone(SampangRole.OFFICER), SampangPermission.ENTER_APPLICATIONS, SAMPANG)


def test_every_role_and_permission_has_its_own_label() -> None:
    assert SampangRole.OFFICER.label == "petugas"
    assert SampangRole.TEAM_MEMBER.label == "anggota Pokjanis"
    assert OfficeRole.LEADERSHIP.label == "pimpinan"
    assert len({role.label for role in ROLES}) == len(ROLES) == 9
    assert len({permission.label for permission in PERMISSIONS}) == len(PERMISSIONS)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
def test_a_stored_role_is_found_in_its_own_programme_alone(programme) -> None:
    assert {role for role in ROLES if programme.role(role.value)} == set(programme.roles)
    assert programme.role("nobody") is None


def test_the_table_cannot_be_changed_at_run_time() -> None:
    with pytest.raises(TypeError):
        SAMPANG.grants[OfficePermission.READ_AUDIT] = Grant(frozenset(Role))  # type: ignore[index]
