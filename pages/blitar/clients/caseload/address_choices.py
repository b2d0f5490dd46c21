"""What is chosen stands in the address alone: a field shows and writes it, and a link is a saved view."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

import streamlit as st

from db.blitar.caseload.client_filters import Agreed, ClientFilter, Status, Visited
from db.blitar.caseload.explorer import ClientSort
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.kinds import Sector, SubjectKind
from domain.regions.regions import BLITAR_REGENCY, districts
from pages.parts.address import choice_of, word_of
from pages.parts.text import number_in_address

SEARCH, DISTRICT, MENTOR, KIND, SECTOR, STAGE = "cari", "kecamatan", "pendamping", "jenis", "sektor", "tahap"
VISITED, AGREED, GOAL, MOVEMENT, STATUS = "kunjungan", "tindak", "tujuan", "gerak", "status"
FILTERS = (SEARCH, DISTRICT, MENTOR, KIND, SECTOR, STAGE, VISITED, AGREED, GOAL, MOVEMENT, STATUS)
SORT, VIEW, NEEDED = "urut", "tampak", "perlu"
ONE = "binaan"
DISTRICT_NAMES = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}
LONGEST_SEARCH = 80
Chosen = TypeVar("Chosen", bound=StrEnum)
# What the address names in words; older links name it by the value that the store has.
_IN_WORDS: Final[Mapping[str, type[StrEnum]]] = {
    KIND: SubjectKind,
    SECTOR: Sector,
    STAGE: Stage,
    VISITED: Visited,
    AGREED: Agreed,
    GOAL: Goal,
    MOVEMENT: Movement,
    STATUS: Status,
    SORT: ClientSort,
    NEEDED: AttentionKind,
}


def wanted_now() -> ClientFilter:
    """The filter that the address tells; what is not among the choices is left out."""
    code = st.query_params.get(DISTRICT)
    mentor = number_in_address(st.query_params.get(MENTOR, ""))
    kind = one_of(SubjectKind, KIND)
    return ClientFilter(
        text=st.query_params.get(SEARCH, "")[:LONGEST_SEARCH],
        district_code=code if code in DISTRICT_NAMES else None,
        mentor_id=mentor,
        kind=kind,
        sector=one_of(Sector, SECTOR),
        stage=one_of(Stage, STAGE),
        visited=one_of(Visited, VISITED),
        agreed=one_of(Agreed, AGREED),
        goal=one_of(Goal, GOAL),
        movement=one_of(Movement, MOVEMENT),
        status=one_of(Status, STATUS) or Status.OPEN,
    )


def sort_now() -> ClientSort:
    """The order that the address tells."""
    return one_of(ClientSort, SORT) or ClientSort.WAITING


def state_now() -> str:
    """The list that the address tells, as one word; another word is another list."""
    told = {name: value_in_address(name) for name in (*FILTERS, SORT)}
    return urlencode({name: value for name, value in told.items() if value})


def one_of(choices: type[Chosen], name: str) -> Chosen | None:
    """The choice that the address tells under a name."""
    return choice_of(choices, st.query_params.get(name))


def value_in_address(name: str) -> str | None:
    """What the address tells under a name; a choice as the store names it."""
    told, kind = st.query_params.get(name), _IN_WORDS.get(name)
    choice = choice_of(kind, told) if kind else None
    return told if choice is None else choice.value


def put(**state: str | None) -> None:
    """Put choices into the address, None takes one out; also for use as a button's callback."""
    for name, value in state.items():
        kind = _IN_WORDS.get(name)
        choice = choice_of(kind, value) if kind else None
        word = value if choice is None else word_of(choice)
        if not word:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != word:
            st.query_params[name] = word


def put_alone(**state: str) -> None:
    """Put these choices into the address and take every other filter out."""
    put(**(dict.fromkeys(FILTERS) | state))


def pick(
    name: str, label: str, words: Mapping[str, str], *, none: str = "Semua", help: str | None = None
) -> None:
    """A field with one of a few values or none; its value is the address's."""
    key = _key(name)
    told = value_in_address(name)
    # Told anew each time: the browser holds the words, and the counts in them change.
    st.session_state[key] = told if told in words else None
    st.selectbox(
        label,
        list(words),
        index=None,
        format_func=lambda value: words.get(value, value),
        placeholder=none,
        key=key,
        on_change=_publish,
        args=(name,),
        help=help,
    )


def type_in(name: str, label: str, placeholder: str) -> None:
    """A field to search by; its value is the address's."""
    st.session_state[_key(name)] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    st.text_input(
        label,
        key=_key(name),
        type="search",
        placeholder=placeholder,
        max_chars=LONGEST_SEARCH,
        on_change=_publish,
        args=(name,),
        label_visibility="collapsed",
        width=260,
    )


def segments(name: str, label: str, words: Mapping[str, str]) -> str:
    """One of a few views, the first when the address tells none."""
    first = next(iter(words))
    told = st.query_params.get(name, "")
    st.session_state[_key(name)] = told if told in words else first
    st.segmented_control(
        label,
        list(words),
        format_func=lambda value: words[value],
        required=True,
        key=_key(name),
        on_change=_publish,
        args=(name,),
        label_visibility="collapsed",
    )
    return told if told in words else first


def _publish(name: str) -> None:
    value: Any = st.session_state.get(_key(name))
    put(**{name: value if isinstance(value, str) else None})


def _key(name: str) -> str:
    return f"binaan-{name}"
