"""Where an indicator or a goal went, as a sign with words, so that nothing is told by colour alone."""

from collections.abc import Mapping

from domain.blitar.caseload.progress import GoalStep, Movement
from pages.parts.verdicts import Colour

_SIGNS: Mapping[Movement, tuple[str, Colour]] = {
    Movement.UP: ("▲", "green"),
    Movement.SAME: ("＝", "gray"),
    Movement.DOWN: ("▼", "red"),
    Movement.NOT_MEASURED: ("◷", "blue"),
    Movement.UNKNOWN: ("?", "orange"),
}


def sign_of(movement: Movement) -> str:
    """The sign alone; its words always stand beside it."""
    return _SIGNS[movement][0]


def colour_of(movement: Movement) -> Colour:
    """The colour that a movement has in addition."""
    return _SIGNS[movement][1]


def movement_badge(step: GoalStep) -> str:
    """The movement of a goal as the Markdown of a badge, with whether evidence shows a rise."""
    told = step.movement.label
    if step.movement is Movement.UP:
        named = "bukti baru disebut" if step.is_shown else "bukti belum lengkap"
        told += ", berbukti" if step.is_attached else f", {named}"
    return f":{colour_of(step.movement)}-badge[{sign_of(step.movement)} {told}]"
