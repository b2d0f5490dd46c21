"""The stage of a file on the screen: words and a sign first, colour only as an addition."""

import streamlit as st

from domain.sampang.origination.stages import Stage
from domain.sampang.origination.waiting_files import waiting_for
from pages.parts.text import plain
from pages.parts.verdicts import Colour

_SIGNS: dict[Stage, tuple[str, Colour]] = {
    Stage.DRAFT: ("✎", "gray"),
    Stage.POSTPONED: ("‖", "orange"),
    Stage.APPROVED: ("◆", "violet"),
    Stage.AGREED: ("◆", "violet"),
    Stage.REQUESTED: ("◆", "violet"),
    Stage.DISBURSED: ("✔", "green"),
    Stage.REFUSED: ("✘", "red"),
    Stage.WITHDRAWN: ("↩", "gray"),
}
_ON_ITS_WAY: tuple[str, Colour] = ("▷", "blue")
_ROAD = (
    Stage.FILED,
    Stage.CHECKED,
    Stage.SURVEYED,
    Stage.APPROVED,
    Stage.AGREED,
    Stage.REQUESTED,
    Stage.DISBURSED,
)


def stage_label(stage: Stage) -> str:
    """A stage in words with its sign."""
    return f"{_SIGNS.get(stage, _ON_ITS_WAY)[0]} {stage.label}"


def stage_badge(stage: Stage) -> None:
    """A stage as a badge."""
    st.badge(stage_label(stage), color=_SIGNS.get(stage, _ON_ITS_WAY)[1])


def show_road(stage: Stage) -> None:
    """Show all stages on the way to the money, with the present one in bold."""
    if stage not in _ROAD:
        return
    done = _ROAD.index(stage)
    words = [
        f"**{one.label}**" if place == done else f":gray[{one.label}]" for place, one in enumerate(_ROAD)
    ]
    st.caption(" → ".join(words))


def show_waiting(stage: Stage, *, is_told: bool = False) -> None:
    """Say in one line what comes next, by whom, and by which provision.

    A refused applicant is told in writing; `is_told` once that letter went out.
    """
    if stage is Stage.REFUSED and not is_told:
        st.markdown(plain("Langkah berikutnya: menerbitkan surat pemberitahuan (VI.2.b)."))
        return
    waiting = waiting_for(stage)
    if waiting is None:
        told = (
            "lihat rekeningnya pada Angsuran (III.6)"
            if stage is Stage.DISBURSED
            else "tidak ada; berkas ini sudah selesai"
        )
        st.markdown(f"Langkah berikutnya: {told}.")
        return
    places = ", ".join(place.short for place in waiting.places)
    st.markdown(plain(f"Langkah berikutnya: {waiting.what}, oleh {waiting.who} ({places})."))


def who_is_next(stage: Stage) -> str:
    """Whom a file waits for, in a cell of a list."""
    waiting = waiting_for(stage)
    return "–" if waiting is None else waiting.who
