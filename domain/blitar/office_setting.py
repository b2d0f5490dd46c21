"""A number that the text leaves to the office, with the words that say so."""

from typing import NamedTuple, cast

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter
from domain.regulation.sources import OfficeDecision
from domain.regulation.wording import measure


class OfficeSetting(NamedTuple):
    """The value on a day, and the sentence part that names it and its source."""

    value: int
    told: str


def target_set(law: LawInForce, parameter: Parameter) -> OfficeSetting | None:
    """A target that the office has set by the day of the law; None until it has, whatever a release says."""
    entry = law.parameters[parameter.key].entry_on(law.day)
    if entry is None or not (isinstance(entry.source, OfficeDecision) and entry.source.decided_by):
        return None
    value = cast(int, entry.value)
    return OfficeSetting(value, f"{measure(value, parameter.unit)} ({entry.source})")


def office_setting(law: LawInForce, parameter: Parameter) -> OfficeSetting:
    """A whole-number setting of the office on the day of the law; it always has at least a default."""
    entry = law.parameters[parameter.key].entry_on(law.day)
    if entry is None:
        raise ValueError(f"{parameter.key} has no value on {law.day}")
    value = cast(int, entry.value)
    return OfficeSetting(value, f"{measure(value, parameter.unit)} ({entry.source})")
