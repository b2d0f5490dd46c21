"""What the rules of Pasal 3 leave to the Kepala Dinas about one binaan: a branch, a CV or a PT."""

from collections.abc import Iterator
from datetime import date

from domain.blitar.client import Client
from domain.blitar.client_facts import BRANCH_ACCEPTED, FORM_ACCEPTED
from domain.blitar.field_checks import day_problems
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import BusinessForm, SubjectKind
from domain.declared import check_typed
from domain.problems import Problem
from domain.regulation.expressions import TruthFact


def rulings_asked(client: Client) -> tuple[TruthFact, ...]:
    """The questions that wait for the Kepala Dinas, also those already answered."""
    if client.kind is SubjectKind.CLIENT_COOPERATIVE:
        return (BRANCH_ACCEPTED,) if client.cooperative.is_branch else ()
    asks = client.business.form in (BusinessForm.PARTNERSHIP, BusinessForm.COMPANY)
    return (FORM_ACCEPTED,) if asks else ()


def about_of(question: str, client: Client) -> str:
    """What a ruling is about, as the data stand: the form of a business, or the koperasi as a whole."""
    return str(client.business.form or "") if question == FORM_ACCEPTED.key else ""


def ruling_problems(client: Client, question: str, ruling: Judgement, day: date) -> tuple[Problem, ...]:
    """What is wrong with a ruling as it is recorded on a day."""
    return tuple(_problems(client, question, ruling, day))


def _problems(client: Client, question: str, ruling: Judgement, day: date) -> Iterator[Problem]:
    if question not in {fact.key for fact in rulings_asked(client)}:
        told = "Data binaan ini tidak lagi memerlukan keputusan itu. Muat ulang untuk melihat datanya."
        yield Problem("answer", told)
    if not ruling.reason.strip():
        yield Problem("reason", "Alasan keputusan belum diisi. Tulis dasar pertimbangannya.")
    yield from check_typed(ruling)
    yield from day_problems(day, ("on", ruling.on))
