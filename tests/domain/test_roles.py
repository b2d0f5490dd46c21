"""Who may do what, written out by hand from the table of the design."""

import pytest

from domain.roles import ALLOWED, NotAllowed, Permission, Person, Role, may, require

TEAM = {"team_member", "team_lead"}
EXPECTED: dict[str, set[str]] = {
    "open_calculator": {role.value for role in Role},
    "enter_applications": {"officer"},
    # V.5 and VII.4: Bank Jatim is an element of the Pokjanis and surveys with it.
    "read_applications": {"officer", "bank"} | TEAM,
    "assess_applications": {"officer"} | TEAM,
    "record_judgements": TEAM,
    "reveal_identity": {"officer", "team_lead"},
    "propose_settings": {"administrator"},
    "approve_settings": {"team_lead"},
    "read_legal_basis": {role.value for role in Role},
    "read_audit": {"administrator"},
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
    "reverse_payments": {"team_lead"},
    "run_selection": {"facilitator"},  # Pasal 6(1), 8
    "read_selection": {"facilitator", "agency_head"},
    "appoint_staff": {"agency_head"},  # Pasal 5(1), 11(1)
    "manage_staff": {"facilitator"},
    "read_staff": {"facilitator", "agency_head", "mentor"},
    "plan_own_work": {"mentor"},  # Pasal 12.a
    "read_coverage": {"facilitator", "agency_head", "mentor", "leadership", "administrator"},
    "hand_over_clients": {"facilitator"},
    "load_boundaries": {"administrator"},
    "read_summary": {"leadership", "agency_head", "team_lead", "administrator"},
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
    "review_facilitators": {"agency_head"},  # Pasal 15(2)
    "read_sampang_map": {"officer", "bank", "leadership", "administrator"} | TEAM,
}


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role: Role, permission: Permission) -> None:
    assert may(frozenset({role}), permission) == (role in EXPECTED[permission])


def test_every_permission_is_in_the_table() -> None:
    assert set(ALLOWED) == set(Permission) == set(EXPECTED)


def test_the_leadership_sees_no_application_and_no_identity() -> None:
    allowed = {permission for permission in Permission if may({Role.LEADERSHIP}, permission)}
    assert allowed == {
        Permission.OPEN_CALCULATOR,
        Permission.READ_LEGAL_BASIS,
        Permission.READ_FUND,
        Permission.READ_COVERAGE,
        Permission.READ_SAMPANG_MAP,
        Permission.READ_SUMMARY,
    }


def test_nobody_proposes_and_approves_settings_with_one_role() -> None:
    assert ALLOWED[Permission.PROPOSE_SETTINGS].isdisjoint(ALLOWED[Permission.APPROVE_SETTINGS])


def test_nobody_asks_for_money_and_consents_with_one_role() -> None:
    for maker, approver in (
        (Permission.REQUEST_DISBURSEMENTS, Permission.APPROVE_DISBURSEMENTS),
        (Permission.RECORD_PAYMENTS, Permission.REVERSE_PAYMENTS),
    ):
        assert ALLOWED[maker].isdisjoint(ALLOWED[approver])


def test_a_person_with_two_roles_may_do_what_either_carries() -> None:
    both = Person(1, "Contoh", frozenset({Role.BANK, Role.ADMINISTRATOR}))
    assert may(both.roles, Permission.READ_AUDIT)
    assert may(both.roles, Permission.RECORD_CUSTODY)
    assert not may(both.roles, Permission.RECORD_DECISIONS)


def test_someone_without_a_role_may_do_nothing() -> None:
    assert not any(may(frozenset(), permission) for permission in Permission)


def test_a_refusal_says_what_is_refused_why_and_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(frozenset({Role.BANK}), Permission.ASSESS_APPLICATIONS)
    assert refused.value.permission is Permission.ASSESS_APPLICATIONS
    assert str(refused.value) == refused.value.sentence
    assert refused.value.sentence.startswith(
        "Anda tidak berwenang menilai pengajuan: peran Anda Bank Jatim, sedangkan yang berwenang "
        "adalah petugas, anggota Pokjanis atau Ketua Harian."
    )


def test_a_refusal_to_someone_without_a_role_says_so() -> None:
    assert "belum punya peran" in NotAllowed(Permission.READ_AUDIT).sentence


def test_who_may_is_let_through() -> None:
    require(frozenset({Role.OFFICER}), Permission.ENTER_APPLICATIONS)


def test_every_role_and_permission_has_its_own_label() -> None:
    assert Role.OFFICER.label == "petugas"
    assert Role.TEAM_MEMBER.label == "anggota Pokjanis"
    assert Role.LEADERSHIP.label == "pimpinan"
    assert len({role.label for role in Role}) == len(Role) == 9
    assert len({permission.label for permission in Permission}) == len(Permission)


def test_the_table_cannot_be_changed_at_run_time() -> None:
    with pytest.raises(TypeError):
        ALLOWED[Permission.READ_AUDIT] = frozenset(Role)  # type: ignore[index]
