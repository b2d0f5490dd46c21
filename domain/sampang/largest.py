"""The largest loan in words, the same on every screen and paper."""

from typing import Final

from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.most import Most

NOT_YET_KNOWN: Final = "belum dapat dihitung"


def most_in_words(most: Most) -> str:
    """The largest amount with what is known, or that nothing is known for certain yet."""
    return NOT_YET_KNOWN if most.told is None else rupiah(most.told)


def could_be_in_words(most: Most) -> str:
    """What the unknown can still make of the largest amount, beside `most_in_words`; empty if nothing."""
    if most.is_certain:
        return ""
    if most.could_be is None:
        return "Bisa naik tanpa batas yang diketahui bila yang belum diketahui terpenuhi."
    if most.told is None:
        return f"Dengan jawaban terbaik pun tidak lebih dari {rupiah(most.could_be)}."
    return f"Bisa naik sampai {rupiah(most.could_be)} bila yang belum diketahui terpenuhi."


def kept_most_in_words(amount: int | None, verdict: Verdict) -> str:
    """The largest amount of a kept assessment.

    It does not keep whether a zero was certain, so that a zero is never told as an amount.
    """
    if amount:
        return rupiah(amount)
    return "–" if verdict is Verdict.NOT_QUALIFIED else NOT_YET_KNOWN
