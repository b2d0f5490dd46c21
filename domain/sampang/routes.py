"""The cheapest ways to reach the amount that was asked: collateral, a paper, or a smaller loan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from domain.money import rupiah
from domain.regulation.case import Case, Facts, FactValue
from domain.regulation.expressions import AmountFact
from domain.regulation.fact import Teller
from domain.regulation.law_in_force import KindRules
from domain.regulation.most import binding_of, figures_of, least_of
from domain.regulation.sources import Citation
from domain.regulation.truth import NOT_MET
from domain.sampang import collateral as pledge
from domain.sampang import facts as fact
from domain.sampang.amounts import FLOOR_RULE_ID
from domain.sampang.collateral import places_of
from domain.sampang.kinds import CollateralKind, PriceLetter

_FURTHER: dict[CollateralKind, str] = {
    CollateralKind.LAND: "tanah bersertifikat",
    CollateralKind.VEHICLE: "kendaraan (BPKB)",
    CollateralKind.GOODS: "barang sebagai jaminan tambahan",
}
# What can be mended on one piece of collateral: fact key, the value that mends it, its remedy.
_MENDS: dict[CollateralKind, tuple[tuple[str, FactValue, str], ...]] = {
    CollateralKind.LAND: (
        ("power_of_attorney", True, pledge.POWER_OF_ATTORNEY.remedy),
        ("price_letter", PriceLetter.CAMAT, pledge.PRICE_LETTER.remedy),
    ),
    CollateralKind.VEHICLE: (
        ("power_of_attorney", True, pledge.POWER_OF_ATTORNEY.remedy),
        ("sale_receipt", True, pledge.SALE_RECEIPT.remedy),
        ("assessed", True, pledge.ASSESSED.remedy),
    ),
    CollateralKind.GOODS: (
        ("statement", True, pledge.STATEMENT.remedy),
        ("assessed", True, pledge.ASSESSED.remedy),
    ),
}
_FAR = 10**12


@dataclass(frozen=True, slots=True)
class Route:
    """One way to reach the amount: what to do, by which provisions, who does it, and up to how much.

    `cost` orders the routes: rupiah of further collateral, or of the loan given up; papers cost nothing.
    """

    sentence: str
    citations: tuple[Citation, ...]
    who: Teller
    reaches: int
    cost: int


def routes(rules: KindRules, case: Case) -> tuple[Route, ...]:
    """The ways to reach the requested amount, the cheapest first; none when it is within reach.

    Papers that let more of what is pledged count come before money: what they leave to be added, or the
    loan that they carry, is told together with them.
    """
    requested = case.facts.get(fact.PRINCIPAL.key)
    if not isinstance(requested, int) or least_of(rules, case) >= requested:
        return ()
    papers = tuple(_papers(rules, case, requested))
    if papers:
        found = [*papers, *_more_or_less(rules, case, requested)]
    else:
        first = _worth_mending(rules, case)
        if (reaches := least_of(rules, first.case)) >= requested:
            found = [first.alone(reaches), *_more_or_less(rules, case, requested)]
        else:
            found = [first.then(route) for route in _more_or_less(rules, first.case, requested)]
    return tuple(sorted(found, key=lambda route: route.cost))


@dataclass(frozen=True, slots=True)
class _Mended:
    """A case after every paper that lets more count, and those papers in words with their places."""

    case: Case
    words: tuple[str, ...] = ()
    places: tuple[Citation, ...] = ()

    def alone(self, reaches: int) -> Route:
        """The papers by themselves, where they carry the whole amount."""
        sentence = "; ".join(self.words)
        return Route(sentence, self.places, Teller.APPLICANT, reaches, len(self.words))

    def then(self, route: Route) -> Route:
        """The papers first, then what they leave to be done."""
        if not self.words:
            return route
        places = tuple(dict.fromkeys((*self.places, *route.citations)))
        sentence = f"{'; '.join(self.words)}; lalu {route.sentence}"
        return replace(route, sentence=sentence, citations=places, cost=route.cost + len(self.words))


def _worth_mending(rules: KindRules, case: Case) -> _Mended:
    """Every piece of collateral whose lacking papers would raise the largest loan, with those papers."""
    found = _Mended(case)
    # Twice: goods count only beside a thing that itself may wait for its paper.
    for index, item in [*enumerate(case.items)] * 2:
        kind = CollateralKind(str(item.facts["kind"]))
        mends = [mend for mend in _MENDS[kind] if _is_lacking(item.facts, mend)]
        mended = found.case.but_item(index, **{key: value for key, value, _ in mends})
        if mends and least_of(rules, mended) > least_of(rules, found.case):
            words = f"agunan {index + 1}: {' dan '.join(remedy for _, _, remedy in mends)}"
            found = _Mended(mended, (*found.words, words), (*found.places, *places_of(kind, rules.kind)))
    return found


def _papers(rules: KindRules, case: Case, requested: int) -> Iterator[Route]:
    for index, item in enumerate(case.items):
        kind = CollateralKind(str(item.facts["kind"]))
        mends = [mend for mend in _MENDS[kind] if _is_lacking(item.facts, mend)]
        alone = [route for mend in mends for route in _mended(rules, case, requested, index, kind, [mend])]
        yield from alone or (_mended(rules, case, requested, index, kind, mends) if mends else ())


def _is_lacking(item: Facts, mend: tuple[str, FactValue, str]) -> bool:
    told = item.get(mend[0])
    if mend[0] == "power_of_attorney" and item.get("owned_by_applicant"):
        return False
    return told is None or told is False or told in (PriceLetter.NONE, PriceLetter.VILLAGE_HEAD)


def _mended(
    rules: KindRules,
    case: Case,
    requested: int,
    index: int,
    kind: CollateralKind,
    mends: list[tuple[str, FactValue, str]],
) -> Iterator[Route]:
    mended = case.but_item(index, **{key: value for key, value, _ in mends})
    reaches = least_of(rules, mended)
    if reaches >= requested:
        what = " dan ".join(remedy for _, _, remedy in mends)
        sentence = f"agunan {index + 1}: {what}"
        yield Route(sentence, places_of(kind, rules.kind), Teller.APPLICANT, reaches, len(mends))


def _more_or_less(rules: KindRules, case: Case, requested: int) -> list[Route]:
    """More collateral, or a smaller loan."""
    further = list(_further(rules, case, requested))
    return [*further, *_smaller(rules, case, requested, is_carried=bool(further))]


def _further(
    rules: KindRules, case: Case, requested: int, kinds: Iterable[CollateralKind] = tuple(_FURTHER)
) -> Iterator[Route]:
    for kind in kinds:
        needed = _least_further(rules, case, pledge.FURTHER[kind], requested)
        if needed is not None:
            yield Route(
                f"tambah agunan {_FURTHER[kind]} senilai {rupiah(needed)}",
                places_of(kind, rules.kind),
                Teller.APPLICANT,
                requested,
                needed,
            )


def _least_further(rules: KindRules, case: Case, lever: AmountFact, requested: int) -> int | None:
    # A list of collateral that is still open counts as closed here, so that the figure is exact.
    closed = dict.fromkeys((further.key for further in pledge.FURTHER.values()), 0)
    tried = case.but(**closed)

    def largest(value: int) -> int:
        # Its own dictionary: nothing of this case is kept between two values.
        tried.facts[lever.key] = value  # type: ignore[index]
        return least_of(rules, tried)

    return least_reaching(largest, requested, _FAR)


def least_reaching(largest: Callable[[int], int], wanted: int, far: int) -> int | None:
    """The least value whose figure reaches what is wanted, where the figure never falls; None if none does.

    A figure that rises in proportion up to a ceiling is found in a few steps, any other by halving.
    """
    if largest(far) < wanted:
        return None
    before, short, enough = (0, 0), (0, largest(0)), far
    middle = min(wanted, far - 1)
    while True:
        span, found = enough - short[0], largest(middle)
        if found >= wanted:
            enough = middle
        else:
            before, short = short, (middle, found)
        if enough - short[0] <= 1:
            return enough
        shrank = 2 * (enough - short[0]) <= span
        ahead = _in_proportion(before, short, wanted) if shrank or found < wanted else 0
        middle = min(ahead, enough - 1) if ahead else (short[0] + enough) // 2


def _in_proportion(before: tuple[int, int], at: tuple[int, int], wanted: int) -> int:
    """Where a figure reaches what is wanted if it rises on as between two places; else 0."""
    (there, low), (here, figure) = before, at
    rise = figure - low
    return here + max(1, -(-(wanted - figure) * (here - there) // rise)) if rise > 0 else 0


def _smaller(rules: KindRules, case: Case, requested: int, *, is_carried: bool) -> Iterator[Route]:
    """A loan as large as what is pledged carries, and the largest that more collateral would carry."""
    binding = binding_of(figures_of(rules, case))
    if not is_carried:
        yield from _further_and_smaller(rules, case, requested)
    if binding.least > 0 and not _below_floor(rules, case, binding.least):
        yield Route(
            f"turunkan pinjaman ke {rupiah(binding.least)}",
            binding.limit.citations[:1],
            Teller.APPLICANT,
            binding.least,
            requested - binding.least,
        )


def _further_and_smaller(rules: KindRules, case: Case, requested: int) -> Iterator[Route]:
    """Where no collateral carries the amount: more of it, for the largest loan that there is with it."""
    for kind in _FURTHER:
        with_more = case.but(**{pledge.FURTHER[kind].key: _FAR})
        largest = least_of(rules, with_more)
        if largest > least_of(rules, case) and not _below_floor(rules, with_more, largest):
            ceiling = binding_of(figures_of(rules, with_more)).limit
            for route in _further(rules, case, largest, (kind,)):
                yield replace(
                    route,
                    sentence=f"{route.sentence}; lalu turunkan pinjaman ke {rupiah(largest)}",
                    citations=tuple(dict.fromkeys((*route.citations, ceiling.citations[0]))),
                    cost=route.cost + requested - largest,
                )


def _below_floor(rules: KindRules, case: Case, amount: int) -> bool:
    """Whether an amount is less than may be lent at all: one rule is not traded for another."""
    smaller = case.but(**{fact.PRINCIPAL.key: amount})
    return any(
        read.condition.truth(smaller) is NOT_MET for read in rules.rules if read.rule.id == FLOOR_RULE_ID
    )
