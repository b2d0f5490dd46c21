"""The forms of this visit: which field was changed in each, kept in the store at the start of every run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st

from db.office.unsent_forms import UnsentForm
from domain.roles import Person
from pages.parts.store import database, now
from pages.parts.unsent.keeper import KEEPER

_DRAWN: Final = "formulir-yang-digambar"
_GIVEN_UP: Final = "formulir-yang-ditinggalkan"
_HERE: Final = "formulir-di-layar"
_RESUMED: Final = "formulir-yang-dilanjutkan"
_SENT: Final = "ada-yang-terkirim"
_TIMES_SENT: Final = "berapa-kali-terkirim"
_TAB: Final = "tab"


@dataclass(frozen=True, slots=True)
class Place:
    """Who types, and on which screen."""

    person: Person
    title: str
    path: str


@dataclass(slots=True)
class OpenForm:
    """One form of this visit: where its nonce lies, what stood in its fields at first, what is kept of it."""

    nonce: str
    slot: str
    name: str
    place: Place
    address: str = ""
    first: dict[str, Any] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)
    kept_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the screen still has this form, and has not begun a new one in its place."""
        return not self.slot or _nonce_in(st.session_state.get(self.slot)) == _root(self.nonce)


def begin(nonce: str, typed: dict[str, Any]) -> OpenForm | None:
    """Note that a form is drawn in this run; what is continued from an earlier visit stands in it."""
    place: Place | None = st.session_state.get(_HERE)
    if place is None:
        return None
    key = f"{nonce}:formulir"
    form: OpenForm | None = st.session_state.get(key)
    if form is None:
        slot = _slot_of(_root(nonce))
        form = st.session_state[key] = OpenForm(nonce, slot, _name(slot, nonce), place)
    form.address = f"{place.path}?{urlencode(st.query_params.to_dict())}"
    st.session_state.setdefault(_DRAWN, []).append(nonce)
    resumed: dict[str, Mapping[str, Any]] = st.session_state.get(_RESUMED, {})
    for name, value in resumed.pop(form.name, {}).items():
        typed[name] = value
        # A field that was drawn before shows it; what is no field of its own must have no value here, which
        # would come over whatever is kept later.
        if f"{nonce}:{name}" in st.session_state:
            st.session_state[f"{nonce}:{name}"] = value
    return form


def here_path() -> str:
    """The address of the screen of this run, without its state."""
    place: Place | None = st.session_state.get(_HERE)
    return place.path if place else ""


def tab() -> str:
    """The name of this visit, by which two tabs of one person are told apart."""
    return str(st.session_state.setdefault(_TAB, uuid4().hex))


def resume(unsent: UnsentForm) -> None:
    """Let a form show what was typed in an earlier visit as soon as it is drawn."""
    st.session_state.setdefault(_RESUMED, {})[unsent.form] = unsent.typed


def is_resumed(form: str) -> bool:
    """Whether a form that is not drawn yet will show what was typed in an earlier visit."""
    return form in st.session_state.get(_RESUMED, {})


def leave_resumed(form: str) -> None:
    """Give up showing what was typed into a form that no screen draws any more."""
    st.session_state.get(_RESUMED, {}).pop(form, None)


def note_sent() -> None:
    """Note that this run has stored something, so that a form that ends with it was sent."""
    st.session_state[_SENT] = True
    st.session_state[_TIMES_SENT] = times_sent() + 1


def times_sent() -> int:
    """How often this visit has stored something."""
    return int(st.session_state.get(_TIMES_SENT, 0))


def keep_typed_forms(here: Place | None) -> datetime | None:
    """Keep what stands in the forms of the last run, and note where the forms of this run will stand.

    Gives when the latest of them was kept, if anything typed is unsent.
    """
    sent = st.session_state.pop(_SENT, False)
    kept = [_keep(form, sent) for form in _drawn()]
    st.session_state[_HERE] = here
    return max((at for at in kept if at is not None), default=None)


def given_up() -> list[UnsentForm]:
    """The forms that were begun anew in this visit without being sent, once."""
    found: list[UnsentForm] = st.session_state.pop(_GIVEN_UP, [])
    return found


def _drawn() -> Iterator[OpenForm]:
    for nonce in dict.fromkeys(st.session_state.pop(_DRAWN, ())):
        form = st.session_state.get(f"{nonce}:formulir")
        if form is not None and form.name:
            yield form


def _keep(form: OpenForm, sent: bool) -> datetime | None:
    changed = _changed(form)
    if changed and form.is_open:
        if changed != form.kept:
            form.kept, form.kept_at = changed, now()
            KEEPER.keep(database(), form.place.person, _unsent(form, form.kept_at))
        return form.kept_at
    if form.kept and form.kept_at is not None:
        if sent or form.is_open:
            KEEPER.drop(database(), form.place.person, form.name, tab(), form.kept)
        else:
            st.session_state.setdefault(_GIVEN_UP, []).append(_unsent(form, form.kept_at))
        form.kept, form.kept_at = {}, None
    return None


def _unsent(form: OpenForm, at: datetime) -> UnsentForm:
    return UnsentForm(form.name, tab(), form.place.title, form.address, form.kept, at)


def _changed(form: OpenForm) -> dict[str, Any]:
    typed: dict[str, Any] = st.session_state.get(f"{form.nonce}:typed", {})
    for name in typed:
        typed[name] = st.session_state.get(f"{form.nonce}:{name}", typed[name])
    return {
        name: value
        for name, value in typed.items()
        if _is_plain(value) and _or_none(value) != _or_none(form.first.get(name))
    }


def _or_none(value: object) -> object:
    return value if isinstance(value, bool) else value or None


def _is_plain(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(_is_plain(entry) for entry in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(entry) for key, entry in value.items())
    return value is None or isinstance(value, str | int | float | bool)


def _root(nonce: str) -> str:
    return nonce.partition(":")[0]


def _nonce_in(value: object) -> str | None:
    found = getattr(value, "nonce", value)
    return found if isinstance(found, str) else None


def _slot_of(root: str) -> str:
    """Where in the session a nonce lies; screens keep it under the name of its form."""
    return next(
        (str(key) for key, value in st.session_state.items() if _nonce_in(value) == root and ":" not in root),
        "",
    )


def _name(slot: str, nonce: str) -> str:
    of = getattr(st.session_state.get(slot), "id", None)
    rest = nonce.partition(":")[2]
    return ":".join(str(part) for part in (slot, of, rest) if part)
