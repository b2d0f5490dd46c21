"""Whom, when and where: the first fields of a visit, filled in as far as they can be known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import streamlit as st

from db.blitar.visiting.choices import ClientChoice
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.dates import indonesian_date
from domain.regions.regions import BLITAR_REGENCY, district, districts
from pages.blitar.visits.thumb_fields import VisitForm
from pages.parts.markup import Markup

_PLACES = {place: place.label for place in VisitPlace}
_PARTS = {part: part.label.partition(" (")[0] for part in DayPart}
_BLOCK: Final = "kunjungan-kapan"
_ASKED: Final = ("on", "place", "day_part", "district", "district_code")
_HOURS = " · ".join(part.label for part in DayPart)


@dataclass(frozen=True, slots=True)
class Placed:
    """When and where; the day is None while it is blank."""

    on: date | None
    place: VisitPlace
    day_part: DayPart
    district_code: str | None


def first_placed(visit: Visit) -> dict[str, Any]:
    """The first values of these fields."""
    found: dict[str, Any] = {
        "client_id": visit.client_id or None,
        "on": visit.on,
        "place": visit.place,
        "day_part": visit.day_part,
    }
    if visit.client_id:
        found[_district_field(visit.client_id)] = visit.district_code
    return found


def ask_client(form: VisitForm, clients: Sequence[ClientChoice]) -> ClientChoice | None:
    """Ask whom; the longest not visited stand first, and typing searches."""
    by_id = {one.id: one for one in clients}
    key = form.seeded("client_id")
    if st.session_state[key] not in by_id:
        st.session_state[key] = None
    chosen = st.selectbox(
        "Binaan",
        list(by_id),
        index=None,
        format_func=lambda number: _named(by_id[number]),
        placeholder="Pilih atau ketik nama binaan …",
        key=key,
        help="Yang belum pernah dan paling lama belum dikunjungi ada di atas.",
    )
    form.keep("client_id", chosen)
    form.slot("client_id")
    return None if chosen is None else by_id[chosen]


def ask_placed(form: VisitForm, client: ClientChoice) -> Placed:
    """Ask when and where, folded on a telephone; in the field the kecamatan of the binaan stands ready."""
    line = st.container()
    with st.container(key=_BLOCK):
        placed = _ask_placed(form, client)
    line.button(
        _in_a_line(placed),
        key=f"{_BLOCK}-ubah",
        icon=":material/edit:",
        type="tertiary",
        on_click=_turn,
        args=(form.nonce,),
    )
    return placed


def open_placed(form: VisitForm, fields: Iterable[str]) -> None:
    """Open when and where for good, where something in it is wrong."""
    if any(one.partition(".")[0] in _ASKED for one in fields):
        st.session_state[_opened(form.nonce)] = True


def fold_placed(form: VisitForm) -> None:
    """On a telephone show the line alone, unless it was opened; last, when what is wrong is known."""
    open_placed(form, (one.field for one in form.problems))
    opened = st.session_state.get(_opened(form.nonce))
    narrow = "" if opened else f"@media (max-width: 40rem) {{ .st-key-{_BLOCK} {{ display: none; }} }}"
    wide = f"@media (min-width: 40.01rem) {{ .st-key-{_BLOCK}-ubah {{ display: none; }} }}"
    st.html(Markup(f"<style>{narrow}{wide}</style>"))


def _turn(nonce: str) -> None:
    st.session_state[_opened(nonce)] = not st.session_state.get(_opened(nonce))


def _opened(nonce: str) -> str:
    return f"{nonce}:{_BLOCK}"


def _in_a_line(placed: Placed) -> str:
    where = _names().get(placed.district_code or "", placed.place.label)
    when = indonesian_date(placed.on) if placed.on else "tanggal belum diisi"
    return f"{when} · {_PARTS[placed.day_part]} · {where} — ubah"


def _ask_placed(form: VisitForm, client: ClientChoice) -> Placed:
    with st.container(horizontal=True, gap="small"):
        with st.container(width=230):
            on = form.ask("on")
        with st.container(width=170):
            place = form.segment("place", form.label_of("place"), _PLACES)
        with st.container(width=210):
            day_part = form.segment("day_part", form.label_of("day_part"), _PARTS, help=_HOURS)
    code = None
    if place is VisitPlace.FIELD:
        field = _district_field(client.id)
        form.start_with(field, client.district_code)
        code = form.ask(field, at="district_code", names=_names())
        form.slot("district_code")
    return Placed(on, place, day_part, code)


def _names() -> Mapping[str, str]:
    return {one.code: one.name for one in sorted(districts(BLITAR_REGENCY.code), key=lambda one: one.name)}


def _named(one: ClientChoice) -> str:
    place = district(one.district_code) if one.district_code else None
    seen = [f"terakhir {one.last_visit_on:%d/%m/%Y}"] if one.last_visit_on else []
    if not one.in_care:
        seen.append("sudah dialihkan")
    return " · ".join((one.name, *(seen or ["belum pernah"]), place.name if place else one.number))


def _district_field(client_id: int) -> str:
    # One for each binaan, so that choosing another binaan brings its own kecamatan.
    return f"district.{client_id}"
