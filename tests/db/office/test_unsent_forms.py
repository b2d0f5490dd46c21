"""What a person typed and has not sent is kept for that person alone, and cleared when it is old."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.office.unsent_forms import (
    KEPT_FOR,
    LARGEST,
    MOST,
    UnsentForm,
    clear_old_unsent,
    drop_unsent,
    keep_unsent,
    unsent_forms,
)  # fmt: skip
from db.tables import AuditRow
from tests.db.people import an_office

AT = datetime(2026, 3, 5, 3, 42, tzinfo=UTC)
FORM = UnsentForm(
    form="angsuran-12", tab="tab-a", screen="Pinjaman", address="pinjaman?berkas=12",
    typed={"amount": "1,5 juta"},
    typed_at=AT,
)  # fmt: skip


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def keep(office, form=FORM, person=None):
    with office.database.write() as session:
        return keep_unsent(session, person or office.officer, form)


def kept(office, person=None, at=AT):
    with office.database.read() as session:
        return unsent_forms(session, person or office.officer, at)


def test_a_form_comes_back_as_it_was_typed(office):
    typed = {"name": "Ny. Siti ꦱꦶꦠꦶ", "ticked": True, "chosen": ["a", "b"], "blank": None, "n": 3}
    keep(office, replace(FORM, typed=typed))
    assert kept(office) == (replace(FORM, typed=typed),)


def test_a_later_state_takes_the_place_of_the_earlier_one_of_the_same_tab(office):
    keep(office)
    later = replace(FORM, typed={"amount": "2 juta"}, typed_at=AT + timedelta(seconds=9))
    keep(office, later)
    assert kept(office) == (later,)


def test_an_earlier_state_that_comes_late_does_not_take_the_place_of_a_later_one(office):
    later = replace(FORM, typed={"amount": "2 juta"}, typed_at=AT + timedelta(seconds=9))
    keep(office, later)
    assert keep(office) is False
    assert kept(office) == (later,)


def test_two_tabs_keep_the_same_form_apart_the_later_first(office):
    keep(office)
    other = replace(FORM, tab="tab-b", typed={"amount": "9"}, typed_at=AT + timedelta(minutes=1))
    keep(office, other)
    assert kept(office) == (other, FORM)


def test_nobody_else_is_offered_what_a_person_typed(office):
    keep(office)
    assert kept(office, office.member) == ()


def test_what_was_sent_or_dropped_in_one_tab_is_forgotten_there_alone(office):
    keep(office)
    other = replace(FORM, tab="tab-b")
    keep(office, other)
    with office.database.write() as session:
        drop_unsent(session, office.officer, FORM.form, FORM.tab)
    assert kept(office) == (other,)


def test_another_persons_form_cannot_be_dropped(office):
    keep(office)
    with office.database.write() as session:
        drop_unsent(session, office.member, FORM.form, FORM.tab)
    assert kept(office) == (FORM,)


@pytest.mark.parametrize(("age", "count"), [(KEPT_FOR - timedelta(seconds=1), 1), (KEPT_FOR, 0)])
def test_after_two_weeks_a_form_is_neither_offered_nor_kept(office, age, count):
    keep(office)
    assert len(kept(office, at=AT + age)) == count
    with office.database.write() as session:
        assert clear_old_unsent(session, AT + age) == 1 - count
    assert len(kept(office)) == count


def test_at_most_forty_forms_are_offered(office):
    for number in range(MOST + 2):
        keep(office, replace(FORM, form=f"form-{number}", typed_at=AT + timedelta(seconds=number)))
    offered = kept(office)
    assert len(offered) == MOST
    assert offered[0].form == f"form-{MOST + 1}"


def test_what_no_person_can_have_typed_is_not_kept(office):
    assert keep(office, replace(FORM, typed={"note": "x" * LARGEST})) is False
    assert kept(office) == ()


def test_a_form_is_kept_in_a_write_session_only(office):
    with office.database.read() as session, pytest.raises(RuntimeError):
        keep_unsent(session, office.officer, FORM)


def test_keeping_is_no_version_and_no_line_in_the_trail(office):
    lines = office.count(AuditRow)
    keep(office)
    assert office.count(AuditRow) == lines


def test_what_was_sent_is_forgotten_in_every_tab_that_kept_the_same_words(office):
    keep(office)
    keep(office, replace(FORM, tab="tab-b"))
    other = replace(FORM, tab="tab-c", typed={"amount": "2 juta"})
    keep(office, other)
    with office.database.write() as session:
        drop_unsent(session, office.officer, FORM.form, "tab-a", FORM.typed)
    assert kept(office) == (other,)
