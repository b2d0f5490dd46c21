"""Questions that the leadership asks first, each as the changes that a draft makes of it."""

from domain.blitar import parameters as law
from domain.money import rupiah
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.draft import DraftValue
from domain.regulation.policy.ready import Ready

_MORE_YEARS = 5


def asked_first(rules: LawInForce) -> tuple[Ready, ...]:
    """Older and younger candidates, and a smaller micro class: from the numbers of today."""
    age, capital = rules.values[law.AGE_LIMIT.key], rules.values[law.MICRO_CAPITAL.key]
    if not isinstance(age, int) or not isinstance(capital, int):
        return ()
    return (
        _one(f"Batas usia {age + _MORE_YEARS} tahun", law.AGE_LIMIT.key, age + _MORE_YEARS),
        _one(f"Batas usia {age - _MORE_YEARS} tahun", law.AGE_LIMIT.key, age - _MORE_YEARS),
        _one(f"Modal usaha mikro {rupiah(capital // 2)}", law.MICRO_CAPITAL.key, capital // 2),
    )


def _one(name: str, key: str, value: int) -> Ready:
    return Ready(name=name, values=(DraftValue(key=key, value=value),))
