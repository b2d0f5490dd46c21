"""What takes long is asked once for a person, and anew only after something was written."""

from collections import OrderedDict

import pytest

from pages.parts import kept_answers
from tests.db.people import a_form, an_office


@pytest.fixture
def office(tmp_path, monkeypatch):
    with an_office(f"sqlite:///{tmp_path / 'kantor.sqlite3'}") as office:
        monkeypatch.setattr(kept_answers, "database", lambda: office.database)
        kept = OrderedDict()
        monkeypatch.setattr(kept_answers, "_kept", lambda: kept)
        yield office


class Question:
    """A question of the store that counts how often it is really asked."""

    def __init__(self):
        self.times = 0

    def ask(self, person, *what):
        return kept_answers.until_a_change(person, self._found, *what)

    def _found(self, _):
        self.times += 1
        return self.times


def test_what_was_answered_is_not_asked_again(office):
    question = Question()
    assert [question.ask(office.officer, "a"), question.ask(office.officer, "a")] == [1, 1]


def test_after_a_change_it_is_asked_anew(office):
    question = Question()
    question.ask(office.officer, "a")
    office.save(a_form("Toko baru"))
    assert question.ask(office.officer, "a") == 2


def test_another_person_gets_an_answer_of_their_own(office):
    question = Question()
    assert [question.ask(one, "a") for one in (office.officer, office.lead)] == [1, 2]


def test_an_answer_that_another_visit_has_just_put_out_is_asked_anew(office, monkeypatch):
    class PutOutAfterTheLook(OrderedDict):
        def __contains__(self, key):
            return True

    kept = PutOutAfterTheLook()
    monkeypatch.setattr(kept_answers, "_kept", lambda: kept)
    assert Question().ask(office.officer, "a") == 1


def test_only_so_many_answers_are_kept(office, monkeypatch):
    monkeypatch.setattr(kept_answers, "_MOST", 2)
    question = Question()
    for what in "abc":
        question.ask(office.officer, what)
    assert [question.ask(office.officer, what) for what in "cba"] == [3, 2, 4]
