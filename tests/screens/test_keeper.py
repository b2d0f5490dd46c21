"""What is typed is written at most once in a few seconds, and its last state always."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from db.office.unsent_forms import UnsentForm
from domain.sampang.roles import SampangRole
from pages.parts.unsent import keeper as keeping
from tests.people import someone

AT = datetime(2026, 3, 5, 3, 42, tzinfo=UTC)
FORM = UnsentForm("a", "tab", "Pengajuan", "pengajuan?", {"n": 1}, AT)
PERSON = someone(SampangRole.OFFICER)


class Timers:
    """Timers that go off when the test says so."""

    def __init__(self):
        self.waiting = []

    def __call__(self, seconds, do, given):
        timer = SimpleNamespace(seconds=seconds, do=lambda: do(*given), daemon=False)
        timer.start = lambda: self.waiting.append(timer)
        timer.cancel = lambda: self.waiting.remove(timer) if timer in self.waiting else None
        return timer


@pytest.fixture
def office(monkeypatch):
    written, timers = [], Timers()
    monkeypatch.setattr(keeping, "Timer", timers)
    monkeypatch.setattr(
        keeping.Keeper, "_write", lambda self, database, person, form: written.append(form.typed["n"])
    )
    monkeypatch.setattr(keeping, "drop_unsent", lambda *told: None)
    return SimpleNamespace(keeper=keeping.Keeper(), written=written, timers=timers)


def after(office, seconds, number, **more):
    form = replace(FORM, typed={"n": number}, typed_at=AT + timedelta(seconds=seconds), **more)
    office.keeper.keep(None, PERSON, form)


def test_the_first_state_is_written_at_once(office):
    after(office, 0, 1)
    assert office.written == [1]


def test_what_comes_within_the_pause_waits_for_its_end_and_only_the_last_is_written(office):
    for second in range(3):
        after(office, second, second)
    assert office.written == [0]
    (timer,) = office.timers.waiting
    assert timer.seconds == 1
    timer.do()
    assert office.written == [0, 2]


def test_after_the_pause_the_next_state_is_written_at_once(office):
    after(office, 0, 1)
    after(office, 3, 2)
    assert office.written == [1, 2]
    assert office.timers.waiting == []


def test_two_forms_do_not_wait_for_each_other(office):
    after(office, 0, 1)
    after(office, 1, 2, form="b")
    assert office.written == [1, 2]


def test_another_tab_reads_what_still_waited(office):
    after(office, 0, 1)
    after(office, 1, 2)
    office.keeper.flush(PERSON)
    assert office.written == [1, 2]
    assert office.timers.waiting == []


def test_what_was_sent_is_not_written_afterwards(office):
    after(office, 0, 1)
    after(office, 1, 2)
    office.keeper.drop(SimpleNamespace(write=nullcontext), PERSON, "a", "tab")
    assert office.written == [1]
    assert office.timers.waiting == []


def test_a_store_that_is_out_of_reach_does_not_take_the_screen_away():
    class Lost:
        def write(self):
            raise OSError

    keeping.Keeper().keep(Lost(), PERSON, FORM)


# ---- what is just being written ------------------------------------------------------------------
@pytest.fixture
def slow(office, monkeypatch):
    """The same office, whose second state takes until `go` is set to be written by its timer."""
    begun, go = Event(), Event()

    def write(self, database, person, form):
        if form.typed["n"] == 2:
            begun.set()
            assert go.wait(10)
        office.written.append(form.typed["n"])

    monkeypatch.setattr(keeping.Keeper, "_write", write)
    after(office, 0, 1)
    after(office, 1, 2)
    (timer,) = office.timers.waiting
    writing = Thread(target=timer.do)
    writing.start()
    assert begun.wait(10)
    yield SimpleNamespace(go=go, **vars(office))
    go.set()
    writing.join()


def told_while_writing(slow, do):
    """Whether something was done only after the state that was being written stood in the store."""
    found = []
    other = Thread(target=lambda: (do(), found.extend(slow.written)))
    other.start()
    other.join(0.3)
    assert other.is_alive()
    slow.go.set()
    other.join(10)
    return found


def test_another_tab_waits_for_what_is_just_being_written(slow):
    assert told_while_writing(slow, lambda: slow.keeper.flush(PERSON)) == [1, 2]


def test_what_was_sent_is_dropped_after_what_is_just_being_written(slow):
    store = SimpleNamespace(write=nullcontext)
    assert told_while_writing(slow, lambda: slow.keeper.drop(store, PERSON, "a", "tab")) == [1, 2]


def test_nobody_waits_for_what_is_written_of_another(slow):
    slow.keeper.flush(replace(PERSON, id=PERSON.id + 1))
    assert slow.written == [1]
