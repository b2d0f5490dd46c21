"""What people type is declared, and whatever verb it comes to, what is too long is refused in words."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from db.limits import require_text, require_typed, require_whole
from db.plain import from_plain, to_plain
from db.refusals import Wrong
from domain.blitar.caseload.progress import GoalStep
from domain.blitar.reporting.recommendations import Recommended
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.staffing.renewing import RenewedLine
from domain.declared import check_typed, declaration_of, declared_at, undeclared
from domain.sampang.fund.position import Position
from domain.typed import Line, Reason, Rupiah
from tests.db.typed_fields import (
    KEYS,
    called_by,
    kept_dataclasses,
    parameters,
    smallest,
    text_fields,
    typed_dataclasses,
    typed_in,
    verbs,
    with_text,
)

# Worked out by the program from what was checked when it was typed.
WORKED_OUT = {GoalStep, Position, Recommended, RenewedLine, ReportFigures}
VERBS = verbs()
TEXTS = [(of, path, one) for of in typed_dataclasses() for path, one in text_fields(of)]


@dataclass(frozen=True)
class Stall:
    name: Annotated[str, Line("Nama lapak")]
    profit: Annotated[int, Rupiah("Laba")] = 0


@dataclass(frozen=True)
class Unnamed:
    name: str


def refused(*values):
    with pytest.raises(Wrong) as refusal:
        require_typed(*values)
    return refusal.value.problems


@pytest.mark.parametrize(
    "kept", sorted(kept_dataclasses() - WORKED_OUT, key=str), ids=lambda one: one.__name__
)
def test_every_text_and_number_that_the_store_keeps_is_declared(kept):
    assert undeclared(kept) == ()


@pytest.mark.parametrize("of", typed_dataclasses(), ids=lambda one: one.__name__)
def test_every_text_and_number_that_a_verb_takes_in_a_dataclass_is_declared(of):
    assert undeclared(of) == ()


@pytest.mark.parametrize("name", VERBS)
def test_a_text_that_a_verb_takes_by_itself_is_declared_or_a_key(name):
    loose = {field for field, hint in parameters(VERBS[name]).items() if hint is str}
    assert loose <= KEYS


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_asks_the_declarations_about_what_people_typed(name):
    verb = VERBS[name]
    takes = [hint for hint in parameters(verb).values() if typed_in(hint) or declaration_of(hint)]
    if takes:
        assert {"require_typed", "require_whole", "require_text"} & called_by(verb)


def test_the_walk_meets_the_texts_of_both_programmes():
    met = {f"{of.__name__}.{path}" for of, path, _ in TEXTS}
    assert {
        "LoanApplication.applicant.name",
        "LoanApplication.collateral.0.description",
        "CustodyLine.entry.number",
        "Payment.reference",
        "SurveyFinding.notes.institution",
        "Visit.follow_ups.0.told",
        "HandoverWritten.promises.1",
        "NewStaff.appointment.decree",
    } <= met


@pytest.mark.parametrize(("of", "path", "declared"), TEXTS, ids=[f"{o.__name__}.{p}" for o, p, _ in TEXTS])
def test_a_text_is_kept_at_its_longest_and_refused_with_one_letter_more(of, path, declared):
    widest = with_text(smallest(of), path, "a" * declared.longest)
    require_typed(widest)
    too_long = with_text(smallest(of), path, "a" * (declared.longest + 1))
    (problem,) = check_typed(too_long)
    assert problem.field == path
    assert problem.sentence.startswith(declared_at(of, path).declaration.label + " paling panjang")
    assert refused(too_long) == (problem,)


@pytest.mark.parametrize(("of", "path", "declared"), TEXTS, ids=[f"{o.__name__}.{p}" for o, p, _ in TEXTS])
def test_a_text_that_no_database_can_hold_is_refused_in_words(of, path, declared):
    for character in ("\0", "\ud800"):
        (problem,) = refused(with_text(smallest(of), path, f"a{character}"))
        assert problem.field == path
        assert declared_at(of, path).declaration.label in problem.sentence


def test_a_profit_of_two_million_is_kept_by_whatever_name_it_goes():
    stall = Stall("Lapak Sumi", profit=2_000_000)
    require_typed(stall)
    assert from_plain(Stall, to_plain(stall)) == stall


def test_what_is_wrong_in_several_dataclasses_is_said_at_once():
    found = refused(Stall("a" * 301), Stall("Lapak", profit=-1))
    assert [problem.field for problem in found] == ["name", "profit"]


def test_a_needed_field_that_is_blank_is_refused_only_where_the_whole_is_asked():
    require_typed(Stall(" "))
    with pytest.raises(Wrong, match="Nama lapak belum diisi"):
        require_whole(Stall(" "))


def test_a_dataclass_that_declares_nothing_is_a_fault_of_the_program():
    with pytest.raises(TypeError, match="Unnamed declares no name"):
        require_typed(Unnamed("Sumi"))


@pytest.mark.parametrize(("text", "words"), [(" ", "Alasan belum diisi"), ("a" * 5_001, "5.000 huruf")])
def test_a_text_by_itself_is_held_against_its_alias(text, words):
    with pytest.raises(Wrong, match=words):
        require_text(Reason, text, "reason")


def test_a_text_by_itself_may_be_blank_where_nobody_needs_it():
    require_text(Reason, "", "note", may_be_blank=True)
    with pytest.raises(TypeError, match="declared nowhere"):
        require_text(str, "x", "note")
