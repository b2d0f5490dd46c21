"""After the decision an officer changes only what is looked at again before the money goes out."""

from dataclasses import replace

import pytest

from db.sampang.applications.applications import application, file_application, save_draft
from db.sampang.refusals import DecidedAlready
from domain.sampang.application import EarlierLoan
from domain.sampang.origination.stages import CLOSED, COMMITTED, UNDECIDED, Stage
from tests.db.people import NOW
from tests.db.sampang.lending import LAND, a_lending_office

OPEN = {
    "papers": lambda a: replace(a, papers={**a.papers, "account_number": False}),
    "address": lambda a: replace(a, applicant=replace(a.applicant, address="Jl. Baru 1")),
    "phone": lambda a: replace(a, applicant=replace(a.applicant, phone="0800-0000-0001")),
    "arrears": lambda a: replace(a, business=replace(a.business, owner_arrears=True)),
    "red list": lambda a: replace(a, on_red_list=True),
    "RAT": lambda a: replace(a, cooperative=replace(a.cooperative, annual_meeting_years=(2024, 2025))),
    "note": lambda a: replace(a, note="ditelepon"),
}
FIXED = {
    "amount": lambda a: replace(a, amount=19_000_000),
    "tenor": lambda a: replace(a, term_months=12),
    "purpose": lambda a: replace(a, purpose=None),
    "collateral": lambda a: replace(a, collateral=(replace(LAND, value=25_000_000),)),
    "no collateral": lambda a: replace(a, collateral=()),
    "name": lambda a: replace(a, applicant=replace(a.applicant, name="Toko lain")),
    "NIK": lambda a: replace(a, applicant=replace(a.applicant, nik="3527034506859999")),
    "earlier loan": lambda a: replace(a, earlier=EarlierLoan(borrowed_before=True)),
    "sales": lambda a: replace(a, business=replace(a.business, annual_sales=1)),
    "day of filing": lambda a: replace(a, filed_on=a.filed_on.replace(day=1)),
}


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def revealed(lending, file):
    with lending.database.write() as session:
        seen = application(session, lending.officer, file, reveal=True, at=NOW)
        session.rollback()  # without the line in the trail about the numbers that were opened
    return seen


def save(lending, file, change, verb=save_draft, **more):
    seen = revealed(lending, file)
    form = replace(change(seen.application), judgements={})
    opened = {"application_id": file, "expected_version": seen.version}
    return lending.run(verb, lending.officer, form, **opened, **more)


@pytest.mark.parametrize("stage", COMMITTED)
def test_what_is_looked_at_again_may_change_and_the_rest_may_not(lending, stage):
    file = lending.file_at(stage)
    for name, change in OPEN.items():
        save(lending, file, change)
        kept = revealed(lending, file).application
        assert change(kept) == kept, name
    before = lending.office.everything()
    for name, change in FIXED.items():
        with pytest.raises(DecidedAlready) as refused:
            save(lending, file, change)
        assert f"sudah pada tahap “{stage.label}”" in refused.value.sentence, name
    assert lending.office.everything() == before
    assert lending.stage(file) is stage


@pytest.mark.parametrize("stage", CLOSED)
def test_a_closed_file_takes_no_change_at_all(lending, stage):
    file = lending.file_at(stage)
    for change in (OPEN["note"], FIXED["amount"]):
        with pytest.raises(DecidedAlready):
            save(lending, file, change)


@pytest.mark.parametrize("stage", [stage for stage in UNDECIDED if stage is not Stage.DRAFT])
def test_before_the_decision_everything_may_change_and_filing_again_keeps_the_stage(lending, stage):
    file = lending.file_at(stage)
    steps = lending.seen(file).timeline
    for change in (*OPEN.values(), *FIXED.values()):
        save(lending, file, change, file_application, again_because="usaha lain")
    assert lending.stage(file) is stage
    assert lending.seen(file).timeline == steps


def test_filing_a_decided_file_again_keeps_its_stage_too(lending):
    file = lending.file_at(Stage.AGREED)
    save(lending, file, OPEN["note"], file_application)
    assert lending.stage(file) is Stage.AGREED
