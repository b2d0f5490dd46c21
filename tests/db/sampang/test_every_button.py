"""At every stage, every button, pressed by every role, gives exactly what the regulation's table says."""

import pytest

from db.sampang.origination.loan_files import stored_file
from db.sampang.refusals import DecidedAlready, Hindered
from domain.programme import NotAllowed
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.sampang.lending import PRESS, a_lending_office
from tests.people import ROLES

_OFFICER, _LEAD = {SampangRole.OFFICER}, {SampangRole.TEAM_LEAD}
_TEAM = {SampangRole.TEAM_MEMBER, SampangRole.TEAM_LEAD}
_UNDECIDED = {Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED}
_PROMISED = {Stage.APPROVED, Stage.AGREED, Stage.REQUESTED}
# What a survey or a custody line needs first keeps "close_survey" from CHECKED and "receive" from AGREED.
# button: who (V, VI.1-3, VII.3-4, VIII.2.c, III.10), from which stages, to which stage (None: it stays)
TABLE = {
    "file": (_OFFICER, {Stage.DRAFT, Stage.FILED} | _UNDECIDED, None),
    "check_papers": (_OFFICER, {Stage.FILED}, Stage.CHECKED),
    "record_finding": (_TEAM | {SampangRole.BANK}, _UNDECIDED, None),
    "close_survey": (_TEAM, {Stage.SURVEYED, Stage.POSTPONED}, Stage.SURVEYED),
    "approve": (_TEAM, {Stage.SURVEYED, Stage.POSTPONED}, Stage.APPROVED),
    "refuse": (_TEAM, _UNDECIDED, Stage.REFUSED),
    "postpone": (_TEAM, _UNDECIDED, Stage.POSTPONED),
    # Files that are approved here were so by another meeting.
    "take_back": (_TEAM, {Stage.REFUSED, Stage.POSTPONED}, Stage.SURVEYED),
    "receive": (_OFFICER | {SampangRole.BANK}, {Stage.APPROVED}, None),
    "bind": (_OFFICER | {SampangRole.BANK}, _PROMISED | {Stage.DISBURSED}, None),
    "check_land": (_OFFICER | {SampangRole.BANK}, _PROMISED | {Stage.DISBURSED}, None),
    "sign_agreement": (_OFFICER, {Stage.APPROVED}, Stage.AGREED),
    "request_disbursement": (_OFFICER, {Stage.AGREED}, Stage.REQUESTED),
    "return_request": (_LEAD, {Stage.REQUESTED}, Stage.AGREED),
    "withdraw_request": (_OFFICER, {Stage.REQUESTED}, Stage.AGREED),
    "disburse": (_LEAD, {Stage.REQUESTED}, Stage.DISBURSED),
    "withdraw": (_OFFICER, {Stage.FILED} | _UNDECIDED | _PROMISED, Stage.WITHDRAWN),
}


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    """On SQLite only: 1.485 presses, and none of them asks anything of the kind of database."""
    with a_lending_office(f"sqlite:///{tmp_path_factory.mktemp('buttons') / 'test.sqlite3'}", 10**9) as made:
        yield made


@pytest.mark.parametrize("stage", Stage)
def test_every_button_by_every_role_does_what_the_table_says_or_nothing(lending, stage):
    file = lending.file_at(stage)
    before = lending.office.everything()
    found = {(name, role): _pressed(lending, name, file, role) for name in TABLE for role in ROLES}
    assert found == {(name, role): _expected(name, role, stage) for name in TABLE for role in ROLES}
    assert lending.office.everything() == before


def test_the_table_holds_every_button():
    assert TABLE.keys() == PRESS.keys()


def _expected(name, role, stage):
    who, stages, to = TABLE[name]
    if role not in who:
        return "not allowed"
    if stage not in stages:
        return "not now"
    return Stage.FILED if (name, stage) == ("file", Stage.DRAFT) else to or stage


def _pressed(lending, name, file, role):
    """The stage that a press leads to, undone again; or in what way it was refused."""
    try:
        with lending.database.write() as session:
            lending.press_in(session, name, file, lending.people[role])
            session.flush()
            found = stored_file(session, lending.officer, file).file.stage
            session.rollback()
    except NotAllowed:
        return "not allowed"
    except (Hindered, DecidedAlready):
        return "not now"
    return found
