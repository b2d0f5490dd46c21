"""From an application to the facts that the rules read, each with what it rests on."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta

from domain.dates import full_months
from domain.regulation.case import Case, FactValue
from domain.regulation.law_in_force import LawInForce
from domain.sampang import facts as fact
from domain.sampang.application import Collateral, Judgement, LoanApplication
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.kinds import SizeBasis
from domain.sampang.papers import PAPERS, RELENDS
from domain.sampang.size_class import basis_on, size_by_sales, size_under

_RULING = "ruling_"
_TOLD_OF_A_THING = tuple(field.name for field in fields(Collateral))


def case_of(application: LoanApplication, law: LawInForce) -> Case:
    """The application as a case under the law in force on a day."""
    return Case(facts_of(application), items_of(application), law.values)


def facts_of(application: LoanApplication) -> dict[str, FactValue]:
    """What the rules can know of an application; a blank field stays unknown."""
    further = 0 if application.collateral_complete else None
    found: dict[str, FactValue] = {
        fact.PRINCIPAL.key: application.amount,
        fact.TERM.key: application.term_months,
        fact.PURPOSE.key: application.purpose,
        fact.FILED.key: True if application.filed_on else None,
        fact.FILED_IN_FORCE.key: _since(PERBUP_20_2015.in_force_since, application.filed_on),
        fact.AGENCY_LEGALITY.key: application.agency_legality,
        fact.CREDIT_HISTORY.key: application.credit_history,
        fact.ON_RED_LIST.key: application.on_red_list,
        RELENDS.key: application.relends_to_members,
        fact.MARITAL_STATUS.key: application.applicant.marital_status,
        fact.STATUTES.key: application.group.statutes_approved,
        fact.REGISTERED_MEMBERS.key: application.group.registered_members,
        "further_land": further,
        "further_vehicle": further,
        "further_goods": further,
    }
    found |= _cooperative_facts(application)
    found |= _business_facts(application)
    found |= _earlier_facts(application)
    found |= {paper.fact.key: application.papers.get(paper.code) for paper in PAPERS}
    opinions = opinions_of(application)
    for opinion in fact.OPINIONS:
        judgement = opinions.get(opinion.key)
        found[opinion.key] = judgement.answer if judgement else None
    return found


def _cooperative_facts(application: LoanApplication) -> dict[str, FactValue]:
    told = application.cooperative
    years = told.annual_meeting_years
    last_closed = application.filed_on.year - 1 if application.filed_on else None
    return {
        fact.COOP_LEVEL.key: told.level,
        fact.FUNCTIONAL.key: told.functional,
        fact.MONTHS_INCORPORATED.key: _months(told.incorporated_on, application.filed_on),
        fact.GRADE.key: told.grade,
        fact.MEETINGS_LAST_YEARS.key: run_back_from(last_closed, years),
        fact.MEETINGS_EVER.key: longest_run(years),
        fact.BOARD_SIZE.key: told.board_size,
        fact.BOARD_SIGNATURES.key: told.board_signatures,
        fact.SENKUKO.key: told.senkuko,
        fact.SECONDARY_RECOMMENDATION.key: told.secondary_recommendation,
    }


def _business_facts(application: LoanApplication) -> dict[str, FactValue]:
    told, filed = application.business, application.filed_on
    return {
        fact.SIZE_BY_CURRENT_LAW.key: size_under(basis_on(filed), told) if filed else None,
        fact.SIZE_BY_UU_20_2008.key: size_under(SizeBasis.UU_20_2008, told),
        fact.SIZE_BY_SALES.key: size_by_sales(filed, told) if filed else None,
        fact.NET_ASSETS.key: told.net_assets,
        fact.ANNUAL_SALES.key: told.annual_sales,
        fact.MONTHS_ACTIVE.key: _months(told.active_since, filed),
        fact.LICENCE.key: told.has_licence,
        fact.LETTER_EXISTENCE.key: told.letter_states_existence,
        fact.LETTER_SMALL_CAPITAL.key: told.letter_states_small_capital,
        fact.LETTER_ORIGIN.key: told.letter_origin,
        fact.PREMISES.key: told.premises,
        fact.LEASE_TOTAL.key: _months(told.lease_from, _day_after(told.lease_until)),
        fact.LEASE_REMAINING.key: _months_left(filed, _day_after(told.lease_until)),
        fact.BUSINESS_ARREARS.key: told.business_arrears,
        fact.OWNER_ARREARS.key: told.owner_arrears,
        fact.SPOUSE_ARREARS.key: told.spouse_arrears,
    }


def _earlier_facts(application: LoanApplication) -> dict[str, FactValue]:
    told = application.earlier
    return {
        fact.BORROWED_BEFORE.key: told.borrowed_before,
        fact.LAST_LOAN.key: told.last_amount,
        fact.EARLIER_SETTLED.key: True if told.settled_on else None,
        fact.SETTLED_TO_RENEW.key: told.settled_early_to_renew,
        fact.MONTHS_SINCE_SETTLED.key: _months(told.settled_on, application.filed_on),
        fact.MONTHS_LOAN_RAN.key: told.months_run,
    }


def items_of(application: LoanApplication) -> list[Mapping[str, FactValue]]:
    """The facts of each pledged thing, in the order of the application."""
    return [_item(thing, application.judgements.get(ruling_key(thing))) for thing in application.collateral]


def about_of(question: str, application: LoanApplication) -> str:
    """What an opinion on a question is about, as the application stands; blank for the applicant."""
    told: dict[str, object] = {
        fact.AMOUNT_REVIEWED.key: application.amount,
        fact.TERM_RULING.key: application.term_months,
        fact.PURPOSE_RULING.key: application.purpose,
        fact.RENEWAL_LEAVE.key: application.earlier.settled_on,
        fact.EARLIER_LAW_RULING.key: application.filed_on,
    }
    value = told.get(question)
    return "" if value is None else str(value)


def opinions_of(application: LoanApplication) -> dict[str, Judgement]:
    """The opinions that hold for what the application says now; one on another amount says nothing."""
    return {
        question: judgement
        for question, judgement in application.judgements.items()
        if judgement.about == about_of(question, application)
    }


def ruling_key(thing: Collateral) -> str:
    """The question whether the team accepts one pledged thing; another thing is another question.

    It is made from the thing's own data, so that a ruling never passes on to a thing that was changed.
    """
    told = "|".join(f"{name}={getattr(thing, name)}" for name in _TOLD_OF_A_THING)
    digest = hashlib.sha256(told.encode()).hexdigest()
    return f"{_RULING}{digest[:12]}"


def is_ruling_on(question: str, application: LoanApplication) -> bool:
    """Whether a question asks for the team's ruling on something that this application pledges."""
    return any(question == ruling_key(thing) for thing in application.collateral)


def _item(thing: Collateral, ruling: Judgement | None) -> dict[str, FactValue]:
    return {
        "kind": thing.kind,
        "value": thing.value,
        "owned_by_applicant": thing.owned_by_applicant,
        "power_of_attorney": thing.power_of_attorney,
        "situation": thing.situation,
        "price_letter": thing.price_letter,
        "wheels": thing.wheels,
        "year": thing.year,
        "title_year": thing.title_year,
        "plate": thing.plate,
        "sale_receipt": thing.sale_receipt,
        "assessed": True if thing.assessed_by.strip() else None,
        "statement": thing.statement,
        "ruling": ruling.answer if ruling else None,
    }


def _day_after(last: date | None) -> date | None:
    # A lease from 1 January to 31 December runs twelve months: its last day still counts.
    return last + timedelta(days=1) if last else None


def _since(first: date, day: date | None) -> bool | None:
    return None if day is None else day >= first


def _months(start: date | None, end: date | None) -> int | None:
    if start is None or end is None:
        return None
    return full_months(start, end) if end >= start else 0


def _months_left(day: date | None, end: date | None) -> int | None:
    if day is None or end is None:
        return None
    return full_months(day, end) if end >= day else 0


def run_back_from(year: int | None, held: tuple[int, ...] | None) -> int | None:
    """How many book years in a row had their meeting, counted back from a year."""
    if year is None or held is None:
        return None
    count = 0
    while year - count in held:
        count += 1
    return count


def longest_run(held: tuple[int, ...] | None) -> int | None:
    """The longest row of book years that had their meeting."""
    if held is None:
        return None
    return max((run_back_from(year, held) or 0 for year in held), default=0)
