"""What an office tells of itself in words, by its dated settings."""

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter


def text_set(rules: LawInForce, parameter: Parameter) -> str:
    """A setting in words on the day of the law; blank while nobody has set it."""
    value = rules.values.get(parameter.key)
    return value if isinstance(value, str) else ""
