"""Answers of the store that take long, kept for a person until anything is written."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, TypeVar

import streamlit as st

from db.chain.walking import head_of
from domain.roles import Person
from pages.parts.store import database, today

Found = TypeVar("Found")
_MOST: Final = 500


@st.cache_resource(show_spinner=False)
def _kept() -> OrderedDict[tuple[Any, ...], Any]:
    return OrderedDict()


def until_a_change(
    person: Person,
    find: Callable[[Any], Found],
    *what: object,
    is_settled: Callable[[Found], bool] = lambda _found: True,
) -> Found:
    """What the store answers a person today, asked anew only after something was written; `what` names it.

    Every change ends in a link of the chain, and no two links have the same hash, so what is kept here under
    the newest one is what the store would answer now. A file that is assessed again with the same result only
    gets a mark, without a link: an answer with files that still wait for it is not settled, and not kept.
    """
    kept = _kept()
    with database().read() as session:
        key = (head_of(session).hash, today(), person, *what)
        with suppress(KeyError):  # also where another visit's answer has just put this one out
            known: Found = kept[key]
            return known
        found = find(session)
    if is_settled(found):
        kept[key] = found
    while len(kept) > _MOST:
        kept.popitem(last=False)
    return found
