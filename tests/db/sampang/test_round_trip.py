"""An application comes back from the store as it went in, whatever a user typed."""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.plain import from_plain, to_plain
from db.sampang.applications.application_rows import npwp_key
from domain.declared import declared_in
from domain.sampang.application import Collateral, Judgement, LoanApplication
from domain.sampang.kinds import CollateralKind, Purpose
from tests.db.people import NIK, a_form, an_office
from tests.examples import examples

NASTY = ["", "<script>alert(1)</script>", "=1+1", "**tebal** [a](b)", "Ny. Siti ꦱꦶꦠꦶ 'o\"; --", "\n\t"]
TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300
)
KEYS = TEXTS.filter(str.strip)
NUMBERS = {"nik", "npwp", "spouse_nik"}
QUESTIONS = ("selected", "character", "potential")


def anything(hint, name="", declaration=None):
    """Any value of a type hint within its declaration; None wherever it may be."""
    if type(None) in get_args(hint):
        (inner,) = (entry for entry in get_args(hint) if entry is not NoneType)
        return st.none() | anything(inner, name, declaration)
    if get_origin(hint) is tuple:
        return st.lists(anything(get_args(hint)[0], name, declaration), max_size=3).map(tuple)
    if get_origin(hint) is Mapping:
        keys = st.sampled_from(QUESTIONS) if name == "judgements" else KEYS
        return st.dictionaries(keys, anything(get_args(hint)[1]), max_size=3)
    if is_dataclass(hint):
        declared = {part: one.declaration for part, one in declared_in(hint).items()}
        parts = get_type_hints(hint).items()
        return st.builds(hint, **{part: anything(inner, part, declared[part]) for part, inner in parts})
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if hint is int:
        return st.integers(declaration.least, declaration.largest)
    if hint is str:
        if name == "phone":  # a star in it is that of a masked number, which is not saved
            return TEXTS.filter(lambda told: "*" not in told)
        return st.sampled_from(["", NIK, "0" + NIK[:15]]) if name in NUMBERS else TEXTS
    return {bool: st.booleans(), date: st.dates()}[hint]


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


@given(anything(LoanApplication))
@settings(max_examples=examples(100), deadline=None)
def test_plain_json_comes_back_equal(application):
    assert from_plain(LoanApplication, to_plain(application)) == application


@given(form=anything(LoanApplication), later=anything(LoanApplication))
@settings(
    max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_stored_application_comes_back_equal_also_after_a_change(office, form, later):
    # Two that came out alike by chance are meant.
    saved = office.save(replace(form, judgements={}), again_because="memang lain")
    given_by = {question: entry.answer for question, entry in form.judgements.items()}
    judgements = {
        question: office.judge(saved.id, question, answer=answer) for question, answer in given_by.items()
    }
    assert office.opened(saved.id).application == replace(form, judgements=judgements)
    which = {"application_id": saved.id, "expected_version": saved.version}
    office.save(replace(later, judgements={}), again_because="memang lain", **which)
    assert office.opened(saved.id).application == replace(later, judgements=judgements)


def test_types_come_back_as_they_were_not_only_as_equal_texts(office):
    form = a_form(
        purpose=Purpose.MIXED,
        filed_on=date(2026, 2, 28),
        collateral=(Collateral(kind=CollateralKind.LAND, value=30_000_000),),
    )
    found = office.opened(office.save(form).id).application
    assert type(found.purpose) is Purpose
    assert type(found.filed_on) is date
    assert type(found.collateral[0].kind) is CollateralKind
    assert type(found.applicant) is type(form.applicant)


def test_collateral_keeps_its_order_and_what_was_removed_is_gone(office):
    things = [Collateral(kind=CollateralKind.GOODS, description=str(place)) for place in range(3)]
    saved = office.save(a_form(collateral=tuple(things), papers={"a": True, "b": False}))
    fewer = a_form(collateral=(things[2], things[0]), papers={"b": True})
    office.save(fewer, application_id=saved.id, expected_version=1)
    assert office.opened(saved.id).application == fewer


def test_a_field_that_was_not_stored_takes_its_default_and_an_unknown_one_is_refused():
    plain = to_plain(Judgement(True, "Ani", date(2026, 3, 1), "Survei"))
    assert from_plain(LoanApplication, {"applicant": {"kind": "cluster"}}).papers == {}
    with pytest.raises(ValueError, match="mood"):
        from_plain(Judgement, plain | {"mood": "good"})
    with pytest.raises(ValueError, match="without reason"):
        from_plain(Judgement, {key: plain[key] for key in ("answer", "by", "on")})
    with pytest.raises(ValueError, match="bool is expected"):
        from_plain(Judgement, plain | {"answer": "yes"})


def test_an_old_npwp_equals_the_new_one_with_a_zero_before_it():
    assert npwp_key("0012345678901234") == npwp_key("012345678901234") == "012345678901234"
    assert npwp_key(NIK) == NIK
    assert npwp_key(None) is npwp_key("") is None
