"""What a provider must tell, how long a sign-in lasts, and on which days a role counts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission, BlitarRole
from domain.entering.claims import as_compared, claims_of, is_new
from domain.entering.limits import limits_from, stay_under
from domain.entering.role_terms import RoleGiven, RoleTerm, email_problem, term_problems
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 30)
TOLD = {
    "iss": "https://akun.dinas.go.id",
    "sub": "7",
    "nonce": "sekali",
    "iat": int(AT.timestamp()),
    "email": " Rina@Dinas.GO.ID ",
    "email_verified": True,
    "provider": "kantor",
}


def test_a_verified_address_is_compared_without_capitals_and_spaces():
    assert claims_of(TOLD).email == "rina@dinas.go.id"


@pytest.mark.parametrize(
    "alike", ["\u017fiti@dinas.id", "siti@dina\u017f.id", "\u212aiki@dinas.id", "stra\u00dfe@dinas.id"]
)
def test_a_letter_of_another_alphabet_is_nobody_elses_address(alike):
    told = claims_of(TOLD | {"email": alike}).email
    assert told not in ("siti@dinas.id", "kiki@dinas.id", "strasse@dinas.id")
    assert email_problem(as_compared(alike)).field == "email"


@pytest.mark.parametrize("said", [False, None, "true", "false", 1, "yes"])
def test_an_address_that_is_not_said_to_be_verified_is_no_address(said):
    assert claims_of(TOLD | {"email_verified": said}).email == ""


def test_an_address_of_which_nothing_is_said_is_not_verified():
    assert claims_of({key: value for key, value in TOLD.items() if key != "email_verified"}).email == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [("iss", ""), ("sub", None), ("sub", 7), ("nonce", ""), ("iat", "2026"), ("iat", True), ("iat", 10**12)],
)
def test_without_account_nonce_or_moment_nobody_is_known(key, value):
    assert claims_of(TOLD | {key: value}) is None


@pytest.mark.parametrize("key", ["iss", "sub", "nonce", "iat"])
def test_each_sign_in_has_a_key_of_its_own(key):
    other = TOLD | {key: TOLD["iat"] + 1 if key == "iat" else "lain"}
    assert claims_of(other).key != claims_of(TOLD).key


def test_a_session_that_the_provider_had_before_proves_nothing_new():
    old = int((AT - timedelta(hours=3)).timestamp())
    assert claims_of(TOLD | {"auth_time": old}).proven_at == AT - timedelta(hours=3)
    assert claims_of(TOLD).proven_at == AT
    assert claims_of(TOLD | {"auth_time": TOLD["iat"] + 900}).proven_at == AT


@pytest.mark.parametrize(
    ("later", "new"), [(-121, False), (-120, True), (0, True), (600, True), (601, False), (86_400, False)]
)
def test_a_sign_in_begins_within_ten_minutes(later, new):
    assert is_new(claims_of(TOLD), AT + timedelta(seconds=later)) is new


def test_the_strictest_of_the_programmes_counts_and_nobody_can_shut_everybody_out():
    limits = limits_from([30, 20], [10, 12], [15, 10])
    assert (limits.idle, limits.longest, limits.fresh) == (
        timedelta(minutes=20),
        timedelta(hours=10),
        timedelta(minutes=10),
    )
    none = limits_from([0], [0], [0])
    assert (none.idle, none.longest, none.fresh) == (
        timedelta(minutes=5),
        timedelta(hours=1),
        timedelta(minutes=2),
    )


@pytest.mark.parametrize(
    ("seen", "now", "over"),
    [  # minutes after the beginning; idle after 30, in any case after 600
        (0, 30, False),
        (0, 30.1, True),
        (25, 55, False),
        (25, 55.1, True),
        (590, 600, False),
        (590, 600.1, True),
    ],
)
def test_a_sign_in_ends_idle_and_in_any_case(seen, now, over):
    began, later = AT, AT + timedelta(minutes=now)
    stay = stay_under(limits_from([30], [10], [10]), began, began + timedelta(minutes=seen), began)
    assert stay.is_over(later) is over


@pytest.mark.parametrize(("after", "fresh"), [(0, True), (600, True), (601, False)])
def test_a_sign_in_is_fresh_for_ten_minutes(after, fresh):
    stay = stay_under(limits_from([30], [10], [10]), AT, AT, AT)
    assert stay.is_fresh(AT + timedelta(seconds=after)) is fresh


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (None, None, True),
        (DAY, None, True),
        (date(2026, 12, 1), None, False),
        (None, DAY, True),
        (None, date(2026, 11, 29), False),
        (date(2026, 11, 1), DAY, True),
    ],
)
def test_a_role_counts_on_its_days_alone(since, until, counts):
    assert RoleTerm(1, "sampang", SampangRole.OFFICER, since, until).counts_on(DAY) is counts


def test_a_role_is_never_given_for_the_past_nor_ends_before_it_begins():
    given = RoleGiven(role="officer", since=date(2026, 11, 29), until=date(2026, 11, 28), reason="x")
    assert [one.field for one in term_problems(given, DAY)] == ["since", "until"]
    assert term_problems(RoleGiven(role="officer", since=DAY, until=DAY, reason="x"), DAY) == ()


@pytest.mark.parametrize("email", ["", "rina", "rina@", "@dinas.id", "a b@dinas.id", "a@b@c.id", "a@dinas"])
def test_what_is_no_address_is_said(email):
    assert email_problem(email).field == "email"


def test_heads_leadership_and_administrators_need_two_people():
    two = {
        programme: {role for role in programme.roles if programme.needs_two(role)} for programme in PROGRAMMES
    }
    assert two[SAMPANG] == {SampangRole.TEAM_LEAD, *OfficeRole}
    assert two[BLITAR] == {BlitarRole.AGENCY_HEAD, *OfficeRole}


def test_money_people_and_values_need_a_recent_sign_in_and_everyday_work_does_not():
    weighing = {one for one in [*SampangPermission, *OfficePermission] if SAMPANG.weighs(one)}
    assert {one.value for one in weighing} == {
        "approve_disbursements",
        "reverse_payments",
        "settle_loans",
        "approve_write_off",
        "approve_takeover",
        "approve_capital",
        "open_fund",
        "approve_settings",
        "manage_people",
        "approve_erasure",
    }
    assert not any(BLITAR.weighs(one) for one in BlitarPermission)
