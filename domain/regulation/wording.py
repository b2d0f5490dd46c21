"""Sentences in Indonesian for rules, amounts and reasons, all made from the rules' own trees."""

from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from domain.dates import months_in_words
from domain.money import number, rupiah
from domain.regions.business_counts import counts_from
from domain.regulation.case import Case
from domain.regulation.explain import Reason, open_facts
from domain.regulation.expressions import (
    All,
    Always,
    Amount,
    AmountByReading,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
    ChoiceFact,
    Choose,
    Condition,
    Constant,
    Least,
    Legal,
    Not,
    OneOf,
    Scaled,
    StillPossible,
    Sum,
    Total,
    TruthFact,
    Worded,
)
from domain.regulation.fact import Fact
from domain.regulation.parameter import Parameter, Unit, Value
from domain.regulation.truth import MET, UNBOUNDED, UNKNOWN, Interval, Truth

OUTCOMES = {
    Truth.MET: "terpenuhi",
    Truth.UNKNOWN: "belum diketahui",
    Truth.NOT_MET: "tidak terpenuhi",
}


def measure(value: int, unit: Unit | None) -> str:
    """A number with its unit, as people read it."""
    if unit is Unit.RUPIAH:
        return rupiah(value)
    if unit is Unit.MONTHS:
        return months_in_words(value) if value > 36 else f"{value} bulan"
    if unit is Unit.YEAR:
        return str(value)
    if unit is Unit.PERCENT:
        return f"{value} %"
    if unit is None or unit is Unit.CHOICE:
        return number(value)
    return f"{number(value)} {unit.value}"


def percent(ratio: float) -> str:
    """A ratio in percent with one decimal: 0.105 is "10,5 %". For reading, never for money.

    Beyond all sense, above 1.000 %, it says only that.
    """
    if ratio > 10:
        return "di atas 1.000 %"
    return f"{format_decimal(Decimal(repr(ratio)) * 100, '#,##0.0', locale='id')} %"


def parameter_value(parameter: Parameter, value: Value | None) -> str:
    """A parameter's value as people read it."""
    if value is None:
        return "belum ditetapkan"
    if isinstance(value, int):
        return measure(value, parameter.unit)
    if isinstance(value, str) and parameter.decimals:
        return f"{value.replace('.', ',')} {parameter.unit.value}"
    if isinstance(value, str) and parameter.unit is Unit.IMAGE:
        return "gambar yang diunggah" if value else "tanpa gambar"
    if isinstance(value, str) and parameter.unit is Unit.BY_DISTRICT:
        counts = counts_from(value)
        return counts.in_words() if counts else value
    if isinstance(value, str):
        return dict(parameter.choices).get(value, value)
    return ", ".join(measure(entry, parameter.unit) for entry in value)


def unit_of(amount: Amount) -> Unit | None:
    """What an amount counts, where its parts say so."""
    if isinstance(amount, AmountFact):
        return amount.unit
    if isinstance(amount, Legal):
        return amount.parameter.unit
    if isinstance(amount, Scaled | Total):
        return unit_of(amount.amount)
    if isinstance(amount, Choose):
        return unit_of(amount.then) or unit_of(amount.otherwise)
    if isinstance(amount, Sum | Least):
        return next((unit for unit in map(unit_of, amount.parts) if unit), None)
    if isinstance(amount, AmountByReading):
        return unit_of(_in_use(amount))
    return None


def name_of(amount: Amount) -> str:
    """An amount in words."""
    label: str = getattr(amount, "label", "")
    if label:
        return label
    if isinstance(amount, Legal):
        value = amount.parameter.on(amount.parameter.history[-1].since) if amount.parameter.history else None
        return f"{amount.parameter.label} ({parameter_value(amount.parameter, value)})"
    if isinstance(amount, Constant):
        return number(amount.value)
    if isinstance(amount, Sum):
        return " ditambah ".join(map(name_of, amount.parts))
    if isinstance(amount, Scaled):
        return _name_of_scaled(amount)
    if isinstance(amount, Choose):
        return (
            f"{name_of(amount.then)} bila {describe(amount.condition)}, "
            f"selain itu {name_of(amount.otherwise)}"
        )
    if isinstance(amount, Least):
        return "yang terkecil dari " + "; ".join(map(name_of, amount.parts))
    if isinstance(amount, Total):
        return f"jumlah {name_of(amount.amount)}"
    if isinstance(amount, AmountByReading):
        return f"{name_of(_in_use(amount))} [{amount.interpretation.id}]"
    raise TypeError(f"no words for {type(amount).__name__}")


def _name_of_scaled(amount: Scaled) -> str:
    words = name_of(amount.amount)
    if not (isinstance(amount.numerator, Constant) and amount.numerator.value == 1):
        words = f"{words} × {name_of(amount.numerator)}"
    if not (isinstance(amount.denominator, Constant) and amount.denominator.value == 1):
        words = f"{words} / {name_of(amount.denominator)}"
    return words


def _in_use(choice: ByReading | AmountByReading) -> Any:
    return dict(choice.readings)[choice.interpretation.in_use]


def describe(condition: Condition) -> str:
    """What a condition asks, as one sentence for the legal-basis page."""
    if isinstance(condition, Not):
        return _leaf_words(condition.part, asked=False)
    if isinstance(condition, All):
        return "; dan ".join(_inner(part) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return " atau ".join(_inner(part) for part in condition.parts)
    if isinstance(condition, StillPossible):
        return f"{_inner(condition.part)} (masih dapat dipenuhi sampai {condition.until})"
    if isinstance(condition, ByReading):
        return f"{_inner(_in_use(condition))} [{condition.interpretation.id}]"
    return _leaf_words(condition, asked=True)


def _inner(condition: Condition) -> str:
    words = describe(condition)
    return f"({words})" if isinstance(condition, All | AnyOf) else words


def _leaf_words(condition: Condition, asked: bool) -> str:
    if isinstance(condition, TruthFact):
        return condition.holds if asked else condition.fails
    if isinstance(condition, Always):
        return condition.because
    if isinstance(condition, OneOf):
        return f"{condition.fact.label} {'' if asked else 'bukan '}{_choices(condition)}"
    if isinstance(condition, AtLeast):
        return _comparison(condition, asked)
    if isinstance(condition, Worded):
        return condition.holds if asked else condition.fails
    return f"tidak berlaku bahwa ({describe(condition)})"


def _choices(condition: OneOf) -> str:
    named = [choice for choice in condition.fact.choices if str(choice) in condition.values]
    return " atau ".join(getattr(choice, "label", str(choice)) for choice in named)


def _comparison(condition: AtLeast, asked: bool) -> str:
    if condition.holds:
        return condition.holds if asked else condition.fails
    left, right = name_of(condition.left), name_of(condition.right)
    if condition.turned:
        return f"{right} {'paling banyak' if asked else 'lebih dari'} {left}"
    return f"{left} {'paling sedikit' if asked else 'kurang dari'} {right}"


def without_unknown(words: str) -> str:
    """What is to be asked, without the words that nobody knows it or has judged it yet."""
    return words.removeprefix("belum diketahui: ").removeprefix("belum dinilai: ")


def tell(reason: Reason, case: Case) -> str:
    """Why: what is known of one leaf, with its figures, or what is still to be asked."""
    leaf, truth = reason.leaf, reason.leaf.truth(case)
    if isinstance(leaf, Worded):
        return _tell_worded(leaf, truth, case)
    if truth is UNKNOWN and not isinstance(leaf, AtLeast):
        fact = leaf if isinstance(leaf, TruthFact) else getattr(leaf, "fact", None)
        if not isinstance(fact, Fact):
            return "belum diketahui"
        return f"{'belum dinilai' if fact.is_judgement else 'belum diketahui'}: {fact.question}"
    if isinstance(leaf, OneOf):
        return f"{leaf.fact.label}: {_told_choice(leaf, case)}{_figures_beside(leaf.fact, case)}"
    if isinstance(leaf, AtLeast):
        return _tell_comparison(leaf, truth, case, reason.negated)
    return _leaf_words(leaf, asked=truth is MET)


def _tell_worded(leaf: Worded, truth: Truth, case: Case) -> str:
    if truth is UNKNOWN:
        asked = [f.fact.question for f in open_facts(leaf.part, case) if isinstance(f.fact, Fact)]
        return "belum diketahui: " + (asked[0] if asked else leaf.holds)
    return leaf.holds if truth is MET else leaf.fails


def _told_choice(leaf: OneOf, case: Case) -> str:
    told = case.facts.get(leaf.fact.key)
    return next((getattr(c, "label", str(c)) for c in leaf.fact.choices if c == told), str(told))


def _figures_beside(fact: ChoiceFact, case: Case) -> str:
    figures = [(one, case.facts.get(one.key)) for one in fact.beside if isinstance(one, AmountFact)]
    told = [f"{one.label} {measure(int(value), one.unit)}" for one, value in figures if value is not None]
    return f" ({', '.join(told)})" if told else ""


def _tell_comparison(leaf: AtLeast, truth: Truth, case: Case, negated: bool) -> str:
    if truth is UNKNOWN:
        asked = [f.fact.question for f in open_facts(leaf, case) if isinstance(f.fact, Fact)]
        return "belum diketahui: " + (asked[0] if asked else _comparison(leaf, asked=True))
    met = truth is MET
    if leaf.shown:
        have, need = leaf.shown
        words = leaf.holds if met else leaf.fails
        return f"{words}: {_figure(have, case)}, perlu {_figure(need, case)}"
    if leaf.holds:
        return leaf.holds if met else leaf.fails
    least, most = (leaf.right, leaf.left) if leaf.turned else (leaf.left, leaf.right)
    told = f"{name_of(least)} {_figure(least, case)}"
    limit = _figure(most, case)
    if negated:  # the rule asks for the opposite: strictly less, or strictly more
        side = "di atas" if leaf.turned else "di bawah"
        return f"{told} {'tidak ' if met else ''}{side} {limit}"
    if leaf.turned:
        return f"{told} (paling banyak {limit})" if met else f"{told} melebihi {_named_figure(most, case)}"
    bound = "paling tua" if unit_of(least) is Unit.YEAR else "paling sedikit"
    return f"{told} ({bound} {limit})" if met else f"{told}, {bound} {limit}"


def _figure(amount: Amount, case: Case) -> str:
    return span(amount.interval(case), unit_of(amount))


def span(known: Interval, unit: Unit | None) -> str:
    """A number that may be known only from its least to its most, as people read it."""
    low, high = known
    if low == high:
        return measure(low, unit)
    if high >= UNBOUNDED:
        return f"sedikitnya {measure(low, unit)}"
    return f"{measure(low, unit)} sampai {measure(high, unit)}"


def _named_figure(amount: Amount, case: Case) -> str:
    if isinstance(amount, Constant):
        return _figure(amount, case)
    if isinstance(amount, Legal):
        return f"{amount.parameter.label} {_figure(amount, case)}"
    return f"{name_of(amount)} {_figure(amount, case)}"
