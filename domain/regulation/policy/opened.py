"""One subject that changes, looked into: each provision to blame before and after, and the open readings."""

from dataclasses import dataclass

from domain.regulation.assessment import Assessment, assess
from domain.regulation.columns_in_doubt import case_of_row
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.comparing import READING_ALONE, Changing, Comparison
from domain.regulation.policy.judged import JudgedKind, segments
from domain.regulation.policy.register import asked_by
from domain.regulation.trees import facts_in
from domain.regulation.wording import OUTCOMES


@dataclass(frozen=True, slots=True)
class Opened:
    """Lines that tell what turned; `before` and `after` name the open readings on which each side hangs."""

    lines: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def opened(comparison: Comparison, one: Changing) -> Opened:
    """Assess one subject under both laws, as the screen of its file does."""
    change = next(each for each in comparison.kinds if each.before.of.kind == one.kind)
    was = _assessed(change.before, comparison.before.law, one.row)
    now = _assessed(change.after, comparison.after.law, one.row)
    return Opened(
        tuple(_line(was, now, rule) for rule in one.because if rule != READING_ALONE),
        was.turning_on,
        now.turning_on,
    )


def _assessed(judged: JudgedKind, whole: LawInForce, row: int) -> Assessment:
    of = judged.of
    law = next(own for own, first, last in segments(of, whole) if first <= row < last)
    trees = asked_by(law.regulation, of.kind)
    facts = tuple(dict.fromkeys(fact for tree in trees for fact in facts_in(tree)))
    return assess(law, of.kind, case_of_row(of.table, row, facts, law.values))


def _line(was: Assessment, now: Assessment, rule: str) -> str:
    before = {one.rule.id: one for one in was.findings}
    after = {one.rule.id: one for one in now.findings}
    title = (before.get(rule) or after[rule]).rule.title
    told = [OUTCOMES[found[rule].truth] if rule in found else "dihapus" for found in (before, after)]
    return f"{rule} {title}: {told[0]} → {told[1]}"
