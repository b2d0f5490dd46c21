"""Who stands at the door: what the provider told is looked up in the store, once for each run."""

import logging
from contextlib import suppress
from typing import Final

import streamlit as st

from db.office.entering import Came, begin, go_to_renew, see, who_came, why_not
from db.refusals import Refused
from domain.entering.claims import Claims, claims_of
from domain.entering.outside import Outside
from domain.roles import Person
from pages.parts.entry.providers import asking_again, go_to, mistake
from pages.parts.errors.log import LINE
from pages.parts.installation import served
from pages.parts.store import database, now

_WHY = "di-luar"
_LOG: Final = logging.getLogger(__name__)
# Who came with an account and was refused; a session that is over is everyday life.
_TOLD: Final = (Outside.NOT_VERIFIED, Outside.UNKNOWN, Outside.OTHER_ACCOUNT, Outside.NO_ROLE)


def visitor() -> Came:
    """The person who came in, or why nobody is let in."""
    came = _came()
    if came.outside in _TOLD and came.outside is not st.session_state.get(_WHY):
        _LOG.warning("somebody was not let in", extra={LINE: {"kind": str(came.outside)}})
    st.session_state[_WHY] = came.outside
    return came


def why_outside() -> Outside:
    """Why nobody is let in, in a run in which nobody acts."""
    why: Outside | None = st.session_state.get(_WHY)
    return why or Outside.NOT_SIGNED_IN


def _came() -> Came:
    told = st.user.to_dict()
    # Who can guess the secret of the cookies can say to be anybody.
    if mistake() or not told.get("is_logged_in"):
        return Came(None, Outside.NOT_SIGNED_IN)
    claims = claims_of(told)
    if claims is None:
        return Came(None, Outside.NOT_VERIFIED)
    with database().read() as session:
        came = who_came(session, claims, served())
        # An outsider's clicks are answered by reading alone.
        refused = why_not(session, claims, served()) if came is None else None
    if refused is not None:
        return Came(None, refused)
    if came is None:
        return _begin(claims)
    if came.person and came.seen_long_ago:
        _see(came.person)
    return came


def _begin(claims: Claims) -> Came:
    with database().write() as session:
        return begin(session, claims, served(), at=now())


def _see(person: Person) -> None:
    # A store that is busy for a moment takes nobody's screen away; the next click notes it.
    with suppress(Refused), database().write() as session:
        see(session, person, served(), at=now())


def told_address() -> str:
    """The address that the provider told, for who is to see which account they used."""
    return str(st.user.to_dict().get("email") or "")


def sign_in_again(person: Person | None) -> None:
    """Go and show again who one is; for use as a button's callback."""
    if person is not None:
        with database().write() as session:
            go_to_renew(session, person, at=now())
    go_to(asking_again(str(st.user.to_dict().get("provider") or "")))
