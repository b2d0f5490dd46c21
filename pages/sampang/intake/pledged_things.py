"""The pledged things, a card for each, below what they cover together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.problems import Problem
from domain.sampang.application import Collateral
from domain.sampang.application_checks import MOST_COLLATERAL
from domain.sampang.eligibility import Eligibility
from domain.sampang.kinds import CollateralKind
from domain.sampang.pledged_cover import cover_of
from pages.parts.fields import Form
from pages.sampang.intake.card_list import CardList, path_of
from pages.sampang.intake.collateral_card import ask_thing, show_buttons, show_counting, show_removed
from pages.sampang.intake.cover_so_far import show_cover

_ADDED = {
    CollateralKind.LAND: "Tambah tanah",
    CollateralKind.VEHICLE: "Tambah kendaraan",
    CollateralKind.GOODS: "Tambah barang",
}


@dataclass(frozen=True, slots=True)
class Pledged:
    """What was read from the cards, with the number of each thing's card and the place for its finding."""

    things: tuple[Collateral, ...]
    numbers: tuple[int, ...]
    on_top: DeltaGenerator
    on_cards: tuple[DeltaGenerator, ...]

    def show(self, found: Eligibility) -> None:
        """Say on top what the things cover, and on every card whether it counts."""
        with self.on_top:
            show_cover(cover_of(found))
        for one, number, card in zip(found.collateral, self.numbers, self.on_cards, strict=True):
            with card:
                show_counting(one, found.assessment.law, number)

    def on_the_screen(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The same problems, each thing by the number of its card instead of its place."""
        for problem in problems:
            part, _, rest = problem.field.partition(".")
            place, dot, name = rest.partition(".")
            if part == "collateral" and place:
                yield Problem(f"{path_of(self.numbers[int(place)])}{dot}{name}", problem.sentence)
            else:
                yield problem


def read_collateral(form: Form, start: Sequence[Collateral]) -> Pledged:
    """Ask for the collateral, thing by thing; a card that is still blank is left out."""
    cards = CardList(form, start)
    found: list[Collateral] = []
    numbers: list[int] = []
    places: list[DeltaGenerator] = []
    on_top = st.container()
    for number in cards:
        if cards.is_removed(number):
            show_removed(cards, number)
            continue
        with st.container(border=True, key=f"agunan-{number}"):
            thing = ask_thing(cards, number, len(found) + 1)
            counting = st.container()
            show_buttons(cards, number)
        if thing is not None:
            found.append(thing)
            numbers.append(number)
            places.append(counting)
    form.slot("collateral")
    _ask_for_more(cards)
    return Pledged(tuple(found), tuple(numbers), on_top, tuple(places))


def _ask_for_more(cards: CardList) -> None:
    if not cards.shown:
        st.caption("Belum ada agunan. Tambahkan satu kartu untuk setiap tanah, kendaraan, atau barang.")
    with st.container(horizontal=True):
        for kind, label in _ADDED.items():
            st.button(
                label,
                key=f"{cards.form.nonce}:add:{kind}",
                icon=":material/add:",
                disabled=cards.shown >= MOST_COLLATERAL,
                on_click=cards.add,
                args=(kind,),
            )
