"""What the map of Ringkasan shows: the share visited, or binaan for each 1.000 usaha once there is a base."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from domain.blitar.staffing.business_base import NO_BASE, Base, base_told
from domain.blitar.staffing.measures import NO_CLIENT, Measure, shown
from domain.money import number
from domain.regions.classes import Figure

_KEY: Final = "ringkasan-ukuran"
_OFFERED: Final = (Measure.VISITED_SHARE, Measure.PER_THOUSAND)


@dataclass(frozen=True, slots=True)
class ShownOnMap:
    """A measure with the words around it, the same on the screen and on the paper."""

    measure: Measure
    days: int
    base: Base | None

    @property
    def title(self) -> str:
        """What the figures are."""
        if self.measure is Measure.PER_THOUSAND:
            return "Binaan per 1.000 usaha mikro dan koperasi"
        return f"Binaan dikunjungi dalam {number(self.days)} hari, persen"

    @property
    def printed_title(self) -> str:
        """The same on paper, which says more."""
        of_what = " dari binaan kecamatan" if self.measure is Measure.VISITED_SHARE else ""
        return f"{self.title}{of_what}"

    @property
    def none(self) -> str:
        """Why a kecamatan has no figure."""
        return NO_BASE if self.measure is Measure.PER_THOUSAND else NO_CLIENT

    @property
    def note(self) -> str:
        """The source and day of what the figures rest on beside the program's own records."""
        return base_told(self.base) if self.measure is Measure.PER_THOUSAND else ""

    def printed(self, figure: Figure) -> str:
        """A figure as it is written."""
        return shown(self.measure, figure)


def shown_on_map(days: int, base: Base | None) -> ShownOnMap:
    """What was chosen last, for the map and for its paper."""
    chosen = st.session_state.get(_KEY) if base is not None else None
    return ShownOnMap(Measure(chosen or Measure.VISITED_SHARE), days, base)


def choose_shown(told: ShownOnMap) -> None:
    """Offer the choice once there is a base; before, the map has its title alone."""
    if told.base is not None:
        st.segmented_control(
            "Yang ditampilkan di peta",
            list(_OFFERED),
            default=Measure.VISITED_SHARE,
            required=True,
            format_func=lambda one: one.label,
            key=_KEY,
            label_visibility="collapsed",
        )
    st.markdown(f"**{told.title}**")
