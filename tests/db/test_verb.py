"""A verb opens and closes in one place: who may, the second press, what came of it, and its line."""

import ast
from pathlib import Path

import pytest

import db
from db.audit import history
from db.numbering import next_number
from db.refusals import AlreadySent
from db.tables import SubmissionRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import verb
from domain.programme import NotAllowed
from domain.roles import OfficePermission
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from tests.db.people import NOW, an_office

THING = Subject(OfficeSubject.OFFICE_SETTING, 7)
PROPOSE, ACTION = OfficePermission.PROPOSE_SETTINGS, OfficeAction.PROPOSE_SETTING

# Where the store may write to the trail or take a nonce outside of db/verbs.py, and why.
BESIDES = {
    "db/office/people.py": "the first people are added before anybody may act",
    "db/office/first_administrator.py": "made at the server, before anybody may act",
    "db/office/entering.py": "everybody comes in and goes out, whatever their roles are",
}
KEPT_TOGETHER = {("submissions", "claim"), ("submissions", "settle"), ("audit", "record")}


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def open_verb(session, actor, nonce="n", *, action=ACTION, permission=PROPOSE):
    return verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=NOW)


def change(session):
    """Something that the store keeps, to see whether it was kept; gives how often it was done."""
    return next_number(session, SAMPANG, "test")


def press(office, actor=None, nonce="n", **more):
    """Press the button of a verb that counts up, in a transaction of its own."""
    with office.database.write() as session, open_verb(session, actor or office.admin, nonce, **more) as act:
        if act.earlier:
            return act.earlier
        count = change(session)
        act.close(THING, version=count, after={"count": count})
        return count


def attempt(office, do, actor=None, nonce="n"):
    """Open a verb in a transaction of its own and do something with it."""
    with office.database.write() as session, open_verb(session, actor or office.admin, nonce) as act:
        do(session, act)


def lines(office):
    with office.database.read() as session:
        return history(session, office.admin, SAMPANG)


def stored(office):
    everything = office.everything()
    return everything["counter"], everything["submission"], everything["audit"]


def test_a_closed_verb_leaves_the_change_what_came_of_it_and_one_line(office):
    assert press(office) == 1
    (line,) = lines(office)
    assert (line.action, line.person_name, line.at) == (ACTION, "Orang administrator", NOW)
    assert (line.subject, line.before, line.after) == (THING, None, {"count": 1})


def test_a_second_press_is_told_what_came_of_the_first_and_changes_nothing(office):
    press(office)
    before = stored(office)
    earlier = press(office)
    assert (earlier.subject_id, earlier.version) == (7, 1)
    assert stored(office) == before


def test_a_second_press_in_one_transaction_is_told_too(office):
    with office.database.write() as session:
        with open_verb(session, office.admin) as act:
            act.close(THING, version=3)
        with open_verb(session, office.admin) as act:
            assert (act.earlier.subject_id, act.earlier.version) == (7, 3)


def test_a_verb_may_tell_something_else_than_the_number_of_its_subject(office):
    with office.database.write() as session, open_verb(session, office.admin) as act:
        act.close(THING, came_to=40)
    assert press(office).subject_id == 40


def test_the_nonce_of_another_person_is_refused(office):
    press(office)
    before = stored(office)
    with pytest.raises(AlreadySent):
        press(office, office.admin_and_lead)
    assert stored(office) == before


def test_the_nonce_of_another_button_is_refused(office):
    press(office)
    with pytest.raises(AlreadySent):
        press(office, action=OfficeAction.PROPOSE_READING)


def test_a_verb_without_a_nonce_may_be_done_again(office):
    assert [press(office, nonce=None), press(office, nonce=None)] == [1, 2]
    assert office.count(SubmissionRow) == 0
    assert len(lines(office)) == 2


def test_who_may_not_is_refused_before_anything_is_stored(office):
    before = stored(office)
    with pytest.raises(NotAllowed):
        press(office, office.officer)
    assert stored(office) == before


def test_one_of_several_permissions_is_enough(office):
    either = (PROPOSE, SampangPermission.ENTER_APPLICATIONS)
    assert press(office, office.officer, permission=either) == 1
    with pytest.raises(NotAllowed):
        press(office, office.member, permission=either)


def test_a_verb_may_need_one_more_permission_once_it_knows_what_it_is_about(office):
    def approve(_, act):
        act.require(OfficePermission.APPROVE_SETTINGS)
        act.unchanged()

    attempt(office, approve, office.admin_and_lead)
    with pytest.raises(NotAllowed):
        attempt(office, approve, nonce="other")


def test_a_session_that_only_reads_is_no_place_for_a_verb(office):
    with office.database.read() as session, pytest.raises(RuntimeError), open_verb(session, office.admin):
        pass


def test_a_verb_that_forgets_its_line_stores_nothing(office):
    before = stored(office)
    with pytest.raises(RuntimeError, match="without its line"):
        attempt(office, lambda session, _: change(session))
    assert stored(office) == before


def test_a_verb_that_only_noted_a_line_is_not_closed_by_that(office):
    before = stored(office)
    with pytest.raises(RuntimeError, match="without its line"):
        attempt(office, lambda _, act: act.note(THING))
    assert stored(office) == before


def test_after_an_exception_nothing_is_stored_and_the_nonce_is_free(office):
    def fail(session, _):
        change(session)
        raise ZeroDivisionError

    before = stored(office)
    with pytest.raises(ZeroDivisionError):
        attempt(office, fail)
    assert stored(office) == before
    assert press(office) == 1


def test_a_press_that_does_several_things_has_a_line_for_each_in_their_order(office):
    with office.database.write() as session, open_verb(session, office.admin) as act:
        act.note(THING, action=OfficeAction.APPROVE_SETTING, before={"x": 1}, after={"x": 2})
        act.note(Subject(OfficeSubject.OFFICE_SETTING, 8))
        act.close_noted(2)
    assert [(line.subject.id, line.action) for line in reversed(lines(office))] == [
        (7, OfficeAction.APPROVE_SETTING),
        (8, ACTION),
    ]
    assert press(office).subject_id == 2


def test_several_lines_are_asked_for_before_a_verb_says_that_it_noted_them(office):
    with pytest.raises(RuntimeError, match="noted no line"):
        attempt(office, lambda _, act: act.close_noted(1))


def test_a_verb_that_finds_nothing_to_change_leaves_no_line_and_says_so_again(office):
    with office.database.write() as session, open_verb(session, office.admin) as act:
        act.unchanged()
    assert lines(office) == ()
    earlier = press(office)
    assert (earlier.subject_id, earlier.version) == (0, 0)


def test_a_verb_that_noted_a_line_cannot_say_that_nothing_changed(office):
    def note_and_deny(_, act):
        act.note(THING)
        act.unchanged()

    with pytest.raises(RuntimeError, match="did change"):
        attempt(office, note_and_deny)


@pytest.mark.parametrize("end", ["close", "note"])
def test_a_verb_ends_once(office, end):
    def end_twice(_, act):
        act.close(THING)
        getattr(act, end)(THING)

    with pytest.raises(RuntimeError, match="not open"):
        attempt(office, end_twice)


def test_a_verb_that_does_not_look_for_the_earlier_press_stores_nothing_twice(office):
    def change_anyhow(session, act):
        change(session)
        act.close(THING)

    press(office)
    before = stored(office)
    with pytest.raises(RuntimeError, match="not open"):
        attempt(office, change_anyhow)
    assert stored(office) == before


def test_the_trail_and_the_nonces_are_written_by_verbs_alone():
    root = Path(db.__file__).parents[1]
    found = {}
    for path in sorted((root / "db").rglob("*.py")):
        called = KEPT_TOGETHER & set(_calls(ast.parse(path.read_text())))
        if called:
            found[path.relative_to(root).as_posix()] = called
    assert found.pop("db/verbs.py") == KEPT_TOGETHER
    assert found == {place: {("audit", "record")} for place in BESIDES}


def _calls(tree):
    """The functions called as `module.function(...)`, also under another name of the module."""
    names = {
        alias.asname or alias.name: (module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for module in [(node.module or "").rpartition(".")[2]]
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute):
            within = ast.unparse(called.value)
            _, module = names.get(within, ("", within.rpartition(".")[2]))
            yield module, called.attr
        elif isinstance(called, ast.Name):
            yield names.get(called.id, ("", ""))
