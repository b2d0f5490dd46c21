"""What stands in the way of a swap, in words: the provision, the figures, and what would mend it (III.8)."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from domain.money import rupiah
from domain.regulation.assessment import Finding
from domain.regulation.explain import OpenFact
from domain.regulation.fact import Fact
from domain.regulation.most import figures_of
from domain.regulation.outcomes import listed_questions
from domain.regulation.rules import Rule
from domain.regulation.sources import Citation
from domain.regulation.truth import MET, NOT_MET
from domain.regulation.wording import tell
from domain.sampang.amounts import NEEDED
from domain.sampang.collateral import RECOGNISED
from domain.sampang.hindrance import Hindrance
from domain.sampang.next_steps import doable, question_of, sentence, way_in_words
from domain.sampang.origination.custody import LENDING
from domain.sampang.origination.swapping import SwapFound
from domain.sampang.swap_rules import (
    CEILING_RULE_ID,
    COUNTS_RULE_ID,
    GIVEN_BACK,
    GOODS_RULE_ID,
    NEW_VALUE,
    RATIO_RULE_IDS,
    VALUE_RULE_ID,
)

_OPEN: Final = "Belum dapat dihitung: "
_TWICE: Final = (
    "Agunan pengganti ini sama persis dengan agunan yang sedang dijaminkan, sehingga terhitung dua kali. "
    "Bedakan keterangannya, atau pilih agunan lain."
)


def hindrances_of_swap(found: SwapFound) -> tuple[Hindrance, ...]:
    """Why a swap cannot be written down; empty where every provision is met.

    What is refused comes before what waits for a fact, which is never a refusal.
    """
    return (
        *refusals_of_swap(found),
        *(Hindrance(f"{_OPEN}{one}", at) for one, at in questions_of_swap(found)),
    )


def refusals_of_swap(found: SwapFound) -> tuple[Hindrance, ...]:
    """What no further fact can mend, each with its figures and its cure."""
    twice = (Hindrance(_TWICE, LENDING),) if found.swap.is_pledged_already else ()
    refused = tuple(_refused(found))
    return (*twice, *refused, *(_read_otherwise(found) if refused else ()))


def _refused(found: SwapFound) -> Iterator[Hindrance]:
    failed = [one for one in found.assessment.findings if one.truth is NOT_MET]
    does_not_count = any(one.rule.id == COUNTS_RULE_ID for one in failed)
    for one in failed:
        # What does not count cannot cover anything either: that is told once, with its cause.
        if not (does_not_count and one.rule.id in (*RATIO_RULE_IDS, CEILING_RULE_ID)):
            place = found.thing.places[0] if one.rule.id == COUNTS_RULE_ID else one.rule.citations[0]
            yield Hindrance(_IN_WORDS[one.rule.id](found, one), place)


def _does_not_count(found: SwapFound, _finding: Finding) -> str:
    reasons = "; ".join(dict.fromkeys(tell(reason, found.thing.case) for reason in found.thing.reasons))
    way = next(iter(doable(found.thing.mends)), None)
    cure = f"Yang mengubahnya: {way_in_words(way)}" if way else "Pilih agunan pengganti yang lain"
    return f"Agunan pengganti tidak dihitung: {reasons}. {cure}."


def _goods(_found: SwapFound, _finding: Finding) -> str:
    return "Barang hanya dapat menjadi tambahan jaminan, bukan pengganti sertifikat atau BPKB."


def _worth(_found: SwapFound, finding: Finding) -> str:
    (new, _), (old, _) = (amount.interval(finding.case) for amount in (NEW_VALUE, GIVEN_BACK))
    told = f"Nilai pengganti {rupiah(new)}, agunan yang diserahkan kembali {rupiah(old)}"
    if new < old:
        return f"{told}: tambahkan {rupiah(old - new)}."
    return f"{told}: lebih {rupiah(new - old)}, padahal nilainya harus tepat sama (tafsir S-63)."


def _not_covered(found: SwapFound, finding: Finding) -> str:
    needed, counted = (found.law.read_amount(one).interval(finding.case)[1] for one in (NEEDED, RECOGNISED))
    backed, owed = _limit(found, "collateral"), found.swap.principal
    return (
        f"{finding.rule.title}: agunan yang dihitung sesudah penukaran {rupiah(counted)}, perlu "
        f"{rupiah(needed)} untuk sisa pokok {rupiah(owed)}; kurang {rupiah(needed - counted)}. Tambah agunan "
        f"sebesar itu, atau angsur dahulu pokok {rupiah(owed - backed)} sehingga tinggal {rupiah(backed)}."
    )


def _above_ceiling(found: SwapFound, finding: Finding) -> str:
    ceiling, owed = _limit(found, "ceiling"), found.swap.principal
    return (
        f"{finding.rule.title}: sisa pokok {rupiah(owed)} di atas plafon {rupiah(ceiling)} menurut agunan "
        f"sesudah penukaran. Angsur dahulu pokok {rupiah(owed - ceiling)}, atau pilih pengganti dengan "
        "plafon yang lebih tinggi."
    )


def _limit(found: SwapFound, name: str) -> int:
    """The most that one limit can still be, in rupiah."""
    figures = figures_of(found.law.rules_for(found.assessment.kind), found.assessment.case)
    return next(figure.most for figure in figures if figure.limit.id == name)


_IN_WORDS: Final[Mapping[str, Callable[[SwapFound, Finding], str]]] = MappingProxyType(
    {
        GOODS_RULE_ID: _goods,
        COUNTS_RULE_ID: _does_not_count,
        VALUE_RULE_ID: _worth,
        CEILING_RULE_ID: _above_ceiling,
        **dict.fromkeys(RATIO_RULE_IDS, _not_covered),
    }
)


def questions_of_swap(found: SwapFound) -> tuple[tuple[str, Citation], ...]:
    """What is still to be told before the swap can be worked out, each question with its provision."""
    missing = found.assessment.missing
    # Whether the team accepts a thing is asked only where nothing else is open.
    facts = [entry for entry in missing if not entry[0].is_judgement] or missing
    told = {_question(found, fact): _place(found, fact, rules) for fact, rules in facts}
    return tuple(told.items())


def _question(found: SwapFound, fact: OpenFact) -> str:
    if fact.item is None or not isinstance(fact.fact, Fact):
        return question_of(fact)
    whose = "Agunan pengganti" if _is_new(found, fact) else "Agunan yang tetap"
    return f"{whose}: {fact.fact.question}"


def _is_new(found: SwapFound, fact: OpenFact) -> bool:
    return fact.item == len(found.assessment.case.items) - 1


def _place(found: SwapFound, fact: OpenFact, rules: tuple[Rule, ...]) -> Citation:
    return found.thing.places[0] if _is_new(found, fact) else rules[0].citations[0]


def _read_otherwise(found: SwapFound) -> Iterator[Hindrance]:
    others = found.assessment.combinations
    if others:
        names = listed_questions(found.assessment)
        told = f"Menurut tafsir lain ({names}) hasilnya berbeda; Dinas dapat menetapkan tafsirnya dahulu."
        yield Hindrance(told, others[0].changes[0][0].citations[0])


def in_order(found: SwapFound) -> tuple[str, ...]:
    """What was found of each provision that is met, with its figures, for the screen."""
    return tuple(
        sentence("; ".join(dict.fromkeys(tell(reason, one.case) for reason in one.reasons)))
        for one in found.assessment.findings
        if one.truth is MET
    )
