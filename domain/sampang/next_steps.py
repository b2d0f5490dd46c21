"""What to do next: what to mend, what to ask and whom, how to reach the amount, what to settle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.money import rupiah
from domain.regulation.assessment import Assessment, Combination, Finding
from domain.regulation.explain import OpenFact
from domain.regulation.fact import Fact, Teller
from domain.regulation.interpretations import Interpretation
from domain.regulation.outcomes import Outcome, outcome_of
from domain.regulation.remedies import Way, ways
from domain.regulation.rules import Rule
from domain.regulation.sources import Citation
from domain.regulation.truth import MET, NOT_MET
from domain.sampang.eligibility import Eligibility
from domain.sampang.facts import PRINCIPAL
from domain.sampang.routes import Route

_ORDER: Final = (Teller.APPLICANT, Teller.OFFICE, Teller.TEAM)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step: what, by whom or to whom, for which provisions (or reading) by their short places."""

    what: str
    who: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Steps of one sort, under one heading; `who` heads the column of the people."""

    title: str
    who: str
    steps: tuple[NextStep, ...]


def groups_of(eligibility: Eligibility) -> tuple[StepGroup, ...]:
    """What stands in the way first, then the questions, then what the office must settle."""
    assessment, asked = eligibility.assessment, eligibility.application.amount
    found = eligibility.routes
    whole = tuple(_by_route(route) for route in found if asked and route.reaches >= asked)
    less = tuple(_by_route(route) for route in found if asked and route.reaches < asked)
    reach = f"Agar {rupiah(asked or 0)} terjangkau, pilih salah satu"
    lower = "Atau ajukan pinjaman yang lebih kecil" if whole else f"{beyond(asked or 0)}, pilih salah satu"
    return (
        StepGroup("Lengkapi atau perbaiki", "Oleh", tuple(dict.fromkeys(_mends(eligibility)))),
        StepGroup(reach, "Oleh", whole),
        StepGroup(lower, "Oleh", less),
        StepGroup("Tanyakan dan catat", "Kepada", tuple(_questions(assessment, judged=False))),
        StepGroup("Mintakan penilaian", "Kepada", tuple(_questions(assessment, judged=True))),
        StepGroup("Mintakan penetapan tafsir", "Oleh", tuple(_to_settle(assessment))),
    )


def beyond(asked: int) -> str:
    """The heading of what is left where nothing makes the asked loan possible."""
    return f"{rupiah(asked)} di luar batas; yang masih mungkin"


def _by_route(route: Route) -> NextStep:
    return NextStep(sentence(route.sentence), route.who.value, _shorts(route.citations))


def _questions(assessment: Assessment, judged: bool) -> Iterator[NextStep]:
    """The questions in the order of whom to ask; the same question is asked once."""
    found: dict[tuple[str, Teller], list[Rule]] = {}
    for fact, rules in assessment.missing:
        if fact.is_judgement is judged:
            found.setdefault((question_of(fact), asked_of(fact)), []).extend(rules)
    for (question, teller), waiting in sorted(found.items(), key=lambda entry: _ORDER.index(entry[0][1])):
        yield NextStep(question, teller.value, places_of(waiting))


def questions_left(eligibility: Eligibility) -> tuple[str, ...]:
    """What applicant and office have still to tell, each question once; the team's opinions apart."""
    left = (fact for fact, _ in eligibility.assessment.missing if not fact.is_judgement)
    return tuple(dict.fromkeys(map(question_of, left)))


def question_of(open_fact: OpenFact) -> str:
    """What to ask, with the number of the collateral that it is about."""
    fact = open_fact.fact
    question = (
        fact.question if isinstance(fact, Fact) else f"Tetapkan ketentuan kantor: {fact.parameter.label}"
    )
    return question if open_fact.item is None else f"Agunan {open_fact.item + 1}: {question}"


def asked_of(open_fact: OpenFact) -> Teller:
    """Whom to ask; a value that the office has not set yet is asked of the office."""
    return open_fact.fact.teller if isinstance(open_fact.fact, Fact) else Teller.OFFICE


def places_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The places of several rules, each once."""
    return tuple(dict.fromkeys(rule.place for rule in rules))


def sentence(words: str) -> str:
    """Words with a capital in front."""
    return words[:1].upper() + words[1:]


def full_stop(words: str) -> str:
    """Words with a full stop, unless they end as a question."""
    return words if words.endswith(("?", ".")) else f"{words}."


def way_in_words(way: Way) -> str:
    """The steps of one way in a row, what is to be done before what is to be asked."""
    return "; dan ".join(step.sentence for step in _in_order(way))


def _in_order(way: Way) -> Way:
    return tuple(sorted(way, key=lambda step: step.only_asks))


def doable(found: Iterable[Way]) -> tuple[Way, ...]:
    """The ways that are more than a question still to be asked, or an amount brought to nothing."""
    return tuple(
        way
        for way in found
        if not all(step.only_asks for step in way) and not any(step.value == 0 for step in way)
    )


def first_ways(finding: Finding) -> tuple[Way, ...]:
    """The two shortest ways to meet a provision that is not met yet."""
    return _doable_ways(finding)[:2]


def _doable_ways(finding: Finding) -> tuple[Way, ...]:
    return () if finding.truth is MET else doable(ways(finding.condition, finding.case))


def ways_of(eligibility: Eligibility, finding: Finding) -> tuple[str, ...]:
    """What would meet a provision, in words: the limits of a loan that is too large are met together."""
    if finding.truth is not MET and _told_by_routes(eligibility, finding):
        return tuple(route.sentence for route in eligibility.routes[:2])
    return tuple(way_in_words(way) for way in _within_limits(eligibility, finding)[:2])


def _within_limits(eligibility: Eligibility, finding: Finding) -> tuple[Way, ...]:
    """The ways to meet a provision, without a smaller loan that would still be beyond the limits."""
    most = eligibility.most.amount
    return tuple(
        way
        for way in _doable_ways(finding)
        if not any(step.fact_key == PRINCIPAL.key and (step.value or 0) > most for step in way)
    )


def _told_by_routes(eligibility: Eligibility, finding: Finding) -> bool:
    """Whether a provision is a limit of a loan that is beyond the limits: one is not mended alone."""
    by_limit = {figure.limit.citations[0].short for figure in eligibility.most.limits}
    is_beyond = (eligibility.application.amount or 0) > eligibility.most.amount
    return is_beyond and finding.rule.place in by_limit


def _mends(eligibility: Eligibility) -> Iterator[NextStep]:
    for line in eligibility.checklist:
        if line.in_file is False:
            remedy = sentence(line.paper.fact.remedy)
            yield NextStep(remedy, line.paper.fact.teller.value, (line.paper.citation.short,))
    for finding in eligibility.assessment.findings:
        told_by_routes = _told_by_routes(eligibility, finding)
        in_the_way = finding.truth is NOT_MET or outcome_of(finding) is Outcome.STILL_POSSIBLE
        if finding.decides and in_the_way and not told_by_routes:
            for way in _within_limits(eligibility, finding)[:1]:
                yield _mend(way, (finding.rule.place,))
    if not eligibility.routes:
        yield from _collateral_mends(eligibility)


def _mend(way: Way, places: tuple[str, ...], before: str = "") -> NextStep:
    who = ", ".join(dict.fromkeys(step.who.value for step in _in_order(way)))
    return NextStep(sentence(before + way_in_words(way)), who, places)


def _shorts(places: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(place.short for place in places)


def _collateral_mends(eligibility: Eligibility) -> Iterator[NextStep]:
    items = eligibility.assessment.case.items
    for found in eligibility.collateral:
        for way in doable(found.mends)[:1]:
            yield _mend(way, _shorts(found.places), f"Agunan {items.index(found.case) + 1}: ")


def _letters(readings: Iterable[tuple[Interpretation, str]]) -> str:
    """The letter of one reading, or each letter with the question that it answers."""
    told = list(readings)
    if len(told) == 1:
        return told[0][1]
    return " dan ".join(f"{entry.id} {letter}" for entry, letter in told)


def _to_settle(assessment: Assessment) -> Iterator[NextStep]:
    found: dict[str, list[Combination]] = {}
    for one in assessment.combinations:
        found.setdefault(one.ids, []).append(one)
    for ids, alike in found.items():
        questions = [entry for entry, _ in alike[0].readings]
        asked = " ".join(entry.question for entry in questions)
        in_use = _letters((entry, entry.in_use) for entry in questions)
        outcomes = "; ".join(f"bila {_letters(one.readings)}: {one.verdict.in_sentence}" for one in alike)
        told = f"Tafsir {ids} menentukan. {asked} Bacaan yang dipakai {in_use}; {outcomes}."
        yield NextStep(told, "Dinas", tuple(entry.id for entry in questions))
