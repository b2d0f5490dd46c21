"""Who may do what, written out by hand from the table of the design."""

import pytest

from domain.roles import ALLOWED, NotAllowed, Permission, Person, Role, may, require

EXPECTED: dict[str, set[str]] = {
    "open_calculator": {role.value for role in Role},
    "enter_applications": {"officer"},
    "read_applications": {"officer", "team_member", "team_lead"},
    "assess_applications": {"officer", "team_member", "team_lead"},
    "record_judgements": {"team_member", "team_lead"},
    "reveal_identity": {"officer", "team_lead"},
    "propose_settings": {"administrator"},
    "approve_settings": {"team_lead"},
    "read_legal_basis": {role.value for role in Role},
    "read_audit": {"administrator"},
}


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role: Role, permission: Permission) -> None:
    assert may(frozenset({role}), permission) == (role in EXPECTED[permission])


def test_every_permission_is_in_the_table() -> None:
    assert set(ALLOWED) == set(Permission) == set(EXPECTED)


def test_the_leadership_sees_no_application_and_no_identity() -> None:
    allowed = {permission for permission in Permission if may({Role.LEADERSHIP}, permission)}
    assert allowed == {Permission.OPEN_CALCULATOR, Permission.READ_LEGAL_BASIS}


def test_nobody_proposes_and_approves_settings_with_one_role() -> None:
    assert ALLOWED[Permission.PROPOSE_SETTINGS].isdisjoint(ALLOWED[Permission.APPROVE_SETTINGS])


def test_a_person_with_two_roles_may_do_what_either_carries() -> None:
    both = Person(1, "Contoh", frozenset({Role.BANK, Role.ADMINISTRATOR}))
    assert may(both.roles, Permission.READ_AUDIT)
    assert not may(both.roles, Permission.READ_APPLICATIONS)


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
    assert len({permission.label for permission in Permission}) == len(Permission) == 10


def test_the_table_cannot_be_changed_at_run_time() -> None:
    with pytest.raises(TypeError):
        ALLOWED[Permission.READ_AUDIT] = frozenset(Role)  # type: ignore[index]
