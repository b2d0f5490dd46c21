"""What the text leaves open about the life of a loan: such questions differ in their words alone."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation, Weight
from domain.regulation.sources import Citation

_ONLY_A = (
    "Program bekerja menurut bacaan A; bila kantor menetapkan bacaan lain, ketetapannya disimpan dan "
    "ditampilkan, tetapi belum ikut dihitung."
)


def left_open(
    name: str,
    question: str,
    *,
    places: tuple[Citation, ...],
    readings: tuple[str, ...],
    reason: str,
    rules: tuple[str, ...],
    used: str,
    ended_by: Ender = Ender.OFFICE,
) -> Interpretation:
    """A question that the text does not answer; the program follows the first reading alone.

    `used` says in a sentence where the first reading decides something.
    """
    return Interpretation(
        id=name,
        question=question,
        places=places,
        readings=tuple(zip("ABCD", readings, strict=False)),
        default="A",
        reason=reason,
        doubt=Doubt.GAP,
        ended_by=ended_by,
        rules=rules,
        weight=Weight.PROCEDURE,
        applied=("A",),
        recorded_because=f"{used} {_ONLY_A}",
    )
