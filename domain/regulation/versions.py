"""A regulation's next version: what a later instrument changes, and which version is in force on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.regulation.parameter import DatedValue, Parameter
from domain.regulation.rules import Regulation, Rule
from domain.regulation.sources import Citation, Instrument


def amended(
    regulation: Regulation,
    by: Instrument,
    *,
    values: Mapping[str, DatedValue] | None = None,
    rules: Mapping[str, Rule | None] | None = None,
    spares_earlier_files: bool = False,
) -> Regulation:
    """The regulation as a later instrument leaves it.

    With `spares_earlier_files` what was handed in before its day is still judged by the earlier text.
    `values` adds a dated value to a number by its key; `rules` puts a rule in the place of the one with
    that id, or takes it out (None). What it does not name stays. Raises ValueError for a key or an id that
    the regulation does not have, for a value that begins on another day than the instrument, and for one
    that does not name a place in it.
    """
    new_values, new_rules = values or {}, rules or {}
    if unknown := new_values.keys() - regulation.parameters.keys():
        raise ValueError(f"no such parameter: {sorted(unknown)}")
    if unknown := new_rules.keys() - {rule.id for rule in regulation.rules}:
        raise ValueError(f"no such rule: {sorted(unknown)}")
    for key, value in new_values.items():
        _require_own(key, value, by)
    return replace(
        regulation,
        instrument=by,
        parameters={
            key: _with_value(parameter, new_values.get(key))
            for key, parameter in regulation.parameters.items()
        },
        rules_by_kind={
            kind: tuple(_rules(listed, new_rules)) for kind, listed in regulation.rules_by_kind.items()
        },
        instruments=(by, *regulation.instruments),
        before=_before(regulation, by, values, rules, spares_earlier_files),
    )


def version_on(versions: Sequence[Regulation], day: date) -> Regulation:
    """The newest version that is in force on a day; before the first one, the first.

    `versions` run from the oldest to the newest.
    """
    current = versions[0]
    for version in versions[1:]:
        if version.instrument.in_force_since <= day:
            current = version
    return current


def _before(
    regulation: Regulation,
    by: Instrument,
    values: Mapping[str, DatedValue] | None,
    rules: Mapping[str, Rule | None] | None,
    spares_earlier_files: bool,
) -> tuple[date, Regulation] | None:
    """What counts for earlier files: the text before, or what an earlier instrument spared, changed alike."""
    if spares_earlier_files:
        return by.in_force_since, regulation
    if regulation.before is None:
        return None
    since, earlier = regulation.before
    return since, amended(earlier, by, values=values, rules=rules)


def _require_own(key: str, value: DatedValue, by: Instrument) -> None:
    if value.since != by.in_force_since:
        raise ValueError(f"{key}: the value begins on another day than {by.name}")
    if not isinstance(value.source, Citation) or value.source.instrument is not by:
        raise ValueError(f"{key}: name the place in {by.name} that sets the value")


def _with_value(parameter: Parameter, value: DatedValue | None) -> Parameter:
    return parameter if value is None else replace(parameter, history=(*parameter.history, value))


def _rules(listed: Sequence[Rule], changed: Mapping[str, Rule | None]) -> list[Rule]:
    found = [changed.get(rule.id, rule) for rule in listed]
    return [rule for rule in found if rule is not None]
