"""A store that begins with what was done once before differs in nothing from one in which it was done."""

from contextlib import ExitStack
from uuid import uuid4

import pytest

from tests.db.people import a_form, an_office
from tests.db.stories import Story


class Told:
    """Offices in fresh stores that take one and the same step; counts how often it was really taken."""

    def __init__(self, another):
        self.another, self.times, self.words = another, 0, f"a draft {uuid4()}"

    def step(self, office, story=None):
        return (story or Story(office.database)).step(self.words, lambda: self._take(office))

    def _take(self, office):
        self.times += 1
        return office.save(a_form("Toko pertama")).id


@pytest.fixture
def told(another_database_url):
    """Give offices of which two have taken the step, so that it is kept."""
    with ExitStack() as opened:
        told = Told(lambda: opened.enter_context(an_office(another_database_url())))
        told.step(told.another())
        told.kept = told.another()
        told.step(told.kept)
        yield told


def test_a_store_taken_from_memory_equals_the_one_in_which_it_was_done(told):
    office = told.another()
    told.step(office)
    assert office.everything() == told.kept.everything()


def test_a_kept_step_is_not_taken_again_and_answers_the_same(told):
    assert (told.step(told.another()), told.times) == (1, 2)


def test_what_a_test_does_afterwards_stands_in_no_later_store(told):
    office, later = told.another(), told.another()
    told.step(office)
    office.save(a_form("Toko kedua"))
    told.step(later)
    assert later.everything() == told.kept.everything()


def test_a_store_in_which_anything_else_was_done_takes_the_step_itself(told):
    office = told.another()
    office.save(a_form("Toko lain"))
    assert (told.step(office), told.times) == (2, 3)


def test_a_store_that_changes_after_its_story_began_takes_the_step_itself(told):
    office = told.another()
    story = Story(office.database)
    office.save(a_form("Toko lain"))
    assert (told.step(office, story), told.times) == (2, 3)


def test_a_story_that_was_ended_takes_every_step_itself(told):
    office = told.another()
    story = Story(office.database)
    story.end()
    told.step(office, story)
    assert told.times == 3


def test_while_somebody_reads_the_step_is_taken_before_their_eyes(told):
    office = told.another()
    with office.database.read() as session:
        session.connection()
        story = Story(office.database)
        assert not story.goes_on()


def test_a_store_that_is_no_fresh_copy_takes_every_step_itself(told, empty_database_url):
    with an_office(empty_database_url) as office:
        told.step(office)
        assert told.times == 3


@pytest.mark.usefixtures("monkeypatch")
def test_a_test_that_may_patch_something_takes_every_step_itself(database_url):
    with an_office(database_url) as office:
        assert not Story(office.database).goes_on()
