"""Whom, when and where: the first fields of a visit, filled in as far as they can be known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from db.blitar.visiting.choices import ClientChoice
from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.regions.regions import BLITAR_REGENCY, district, districts
from pages.blitar.visits.thumb_fields import VisitForm

_PLACES = {place: place.label for place in VisitPlace}
_PARTS = {part: part.label.partition(" (")[0] for part in DayPart}
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
    """Ask when and where; in the field the kecamatan of the binaan stands ready."""
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
