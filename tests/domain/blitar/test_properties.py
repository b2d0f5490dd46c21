"""What holds whatever is known: a fact that goes missing never refuses, and no order of answers matters."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.blitar.kinds import (
    BusinessForm,
    CooperativeScale,
    DomicileProof,
    Education,
    HealthIssuer,
    Operation,
    Statement,
    SubjectKind,
    WorkTie,
)
from domain.blitar.place import Place
from domain.regulation.assessment import Verdict, assess
from domain.regulation.case import Case
from domain.regulation.expressions import ChoiceFact, TruthFact
from domain.regulation.trees import facts_in
from domain.regulation.truth import UNKNOWN
from tests.domain.blitar.builders import JUTA, assessed, but, calon, koperasi, law, mikro, opinion
from tests.examples import examples

NO = Verdict.NOT_QUALIFIED
DECIDED = (Verdict.QUALIFIES, Verdict.NOT_QUALIFIED)
_bools = st.none() | st.booleans()
_days = st.none() | st.sampled_from(
    [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3), date(2026, 12, 31)]
)
_births = st.none() | st.sampled_from(
    [
        date(1995, 5, 17),
        date(1986, 3, 2),
        date(1986, 3, 1),
        date(1985, 3, 3),
        date(1985, 3, 2),
        date(1984, 2, 29),
    ]
)
_founded = st.none() | st.sampled_from([date(2019, 1, 1), date(2021, 2, 2)])
_amounts = st.none() | st.sampled_from([0, 1_000 * JUTA, 1_000 * JUTA + 1, 2_000 * JUTA, 2_000 * JUTA + 1])
_opinions = st.none() | st.builds(opinion, st.booleans())


def of(choices: type[StrEnum]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(list(choices))


_places = st.builds(
    Place,
    regency_code=st.none() | st.sampled_from(["35.05", "35.72"]),
    district_code=st.none() | st.sampled_from(["35.05.01", "35.72.01"]),
)


def _told(*keys: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(keys, _opinions))


OF_A_CANDIDATE: dict[str, st.SearchStrategy[Any]] = {
    "born_on": _births,
    "registered_on": _days,
    "citizen": _bools,
    "place": _places,
    "proof": of(DomicileProof),
    "letter_valid_until": _days,
    "issuer": of(HealthIssuer),
    "states_body": _bools,
    "states_mind": _bools,
    "in_file": _bools,
    "valid_until": _days,
    "has_entry": _bools,
    "work_tie": of(WorkTie),
    "contract_ends_on": _days,
    "education": of(Education),
    "no_demand_for_civil_service": of(Statement),
    "party_tie": _bools,
    "party_letter": _bools,
    "joins_every_stage": of(Statement),
    "serves_weekly": of(Statement),
    "mentored": _bools,
    "involved": _bools,
    "paper": _bools,
    "judgements": _told("understanding", "conduct_accepted", "education_equal"),
}
OF_A_KOPERASI: dict[str, st.SearchStrategy[Any]] = {
    "place": _places,
    "operation": of(Operation),
    "scale": of(CooperativeScale),
    "is_branch": _bools,
    "judgements": _told("branch_accepted"),
}
OF_A_BUSINESS: dict[str, st.SearchStrategy[Any]] = {
    "place": _places,
    "operation": of(Operation),
    "owner_home": _places,
    "form": of(BusinessForm),
    "founded_on": _founded,
    "capital": _amounts,
    "annual_sales": _amounts,
    "judgements": _told("form_accepted"),
}


def changed(subject: Any, answers: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """The subject with a few answers changed, so that many are not refused."""
    some = st.sets(st.sampled_from(list(answers)), max_size=5)
    drawn = some.flatmap(lambda names: st.fixed_dictionaries({name: answers[name] for name in sorted(names)}))
    return drawn.map(lambda changes: but(subject, **changes))


# Texts that no rule reads, and what is never unknown.
NEVER_BLANK = ("name", "kind", "letter_open_ended", "address", "phone", "note", "contact_name")


def with_one_blank(subject: Any) -> list[Any]:
    """The subject once for each known answer, with that one answer blank."""
    found = []
    for field in fields(subject):
        value = getattr(subject, field.name)
        if field.name == "judgements":
            found += [
                replace(subject, judgements={k: v for k, v in value.items() if k != key}) for key in value
            ]
        elif is_dataclass(value):
            found += [replace(subject, **{field.name: inner}) for inner in with_one_blank(value)]
        elif value not in (None, "") and field.name not in NEVER_BLANK:
            found.append(replace(subject, **{field.name: None}))
    return found


SUBJECTS = [
    changed(calon(), OF_A_CANDIDATE),
    changed(koperasi(), OF_A_KOPERASI),
    changed(mikro(), OF_A_BUSINESS),
]


@pytest.mark.parametrize("subjects", SUBJECTS, ids=["candidates", "koperasi", "businesses"])
@given(data=st.data())
@settings(max_examples=examples(80))
def test_an_answer_that_goes_missing_never_turns_into_a_refusal(
    subjects: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    subject = data.draw(subjects)
    before = assessed(subject)
    for blank in with_one_blank(subject):
        after = assessed(blank)
        if before.verdict is not NO:
            assert after.verdict is not NO
        if before.verdict_in_use is not NO:
            assert after.verdict_in_use is not NO


# ---- the same of the rules alone, whatever facts may be told ---------------------------------------
def _cases(kind: str) -> st.SearchStrategy[tuple[Case, Case]]:
    """A case, and the same after some of its unknown facts have become known."""
    rules = law().rules_for(kind).rules
    facts = dict.fromkeys(fact for read in rules for fact in facts_in(read.condition))
    facts |= dict.fromkeys(
        fact
        for other in law().rules_for(kind).alternatives
        for _, condition in other.changed
        for fact in facts_in(condition)
    )
    values: dict[str, st.SearchStrategy[Any]] = {}
    for fact in facts:
        if isinstance(fact, TruthFact):
            values[fact.key] = st.booleans()
        elif isinstance(fact, ChoiceFact):
            values[fact.key] = st.sampled_from([str(choice) for choice in fact.choices])
        else:
            values[fact.key] = st.sampled_from([0, 39, 40, 41, 1_000 * JUTA, 2_000 * JUTA, 2_000 * JUTA + 1])
    whole = st.fixed_dictionaries(values)
    known = st.fixed_dictionaries({key: st.booleans() for key in values})

    def pair(told: tuple[dict[str, Any], dict[str, bool], dict[str, bool]]) -> tuple[Case, Case]:
        answers, first, then = told
        now = {key: value if first[key] else None for key, value in answers.items()}
        later = {key: value if first[key] or then[key] else None for key, value in answers.items()}
        return Case(now, (), law().values), Case(later, (), law().values)

    return st.tuples(whole, known, known).map(pair)


@pytest.mark.parametrize("kind", list(SubjectKind))
@given(data=st.data())
@settings(max_examples=examples(60))
def test_what_is_decided_stays_decided_whatever_becomes_known(kind: str, data: st.DataObject) -> None:
    now, later = data.draw(_cases(kind))
    before, after = assess(law(), kind, now), assess(law(), kind, later)
    for earlier, found in zip(before.findings, after.findings, strict=True):
        assert earlier.truth in (UNKNOWN, found.truth), earlier.rule.id
    if before.verdict_in_use in DECIDED:
        assert after.verdict_in_use is before.verdict_in_use
