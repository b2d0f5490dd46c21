"""What was offered in the place of a pledged thing, and the form in which the team rules on it (S-63)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st

from db.sampang.origination.offered_things import OfferedThing, rule_on_offer
from domain.dates import indonesian_moment
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.collateral import RULING
from domain.sampang.origination.custody import Custody, thing_key
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.fields import Form, first_values
from pages.parts.sending import say_problems, send
from pages.parts.store import today
from pages.parts.text import plain, shortened


def offers_for(one: Custody, offers: Iterable[OfferedThing]) -> tuple[OfferedThing, ...]:
    """The offers in the place of one thing, the newest first."""
    return tuple(each for each in offers if each.offer.thing == thing_key(one.thing))


def first_of(offered: Sequence[OfferedThing]) -> Mapping[str, Any]:
    """The first values of the form of a swap: what was offered last, so that a ruling on it still fits."""
    return first_values(offered[0].offer.replacement, "entry.replacement.") if offered else {}


def show_offers(person: Person, offered: Sequence[OfferedThing]) -> None:
    """Show each offer with its ruling, and for members of the team the form to rule on the newest."""
    with st.container():  # always a place, so that the form below keeps its own
        for place, each in enumerate(offered):
            _offer(each)
            if place == 0 and may(person, SampangPermission.RECORD_JUDGEMENTS, SAMPANG):
                _rule(person, each)


def _offer(each: OfferedThing) -> None:
    thing, ruling = each.offer.replacement, each.ruling
    value = "nilai belum diisi" if thing.value is None else rupiah(thing.value)
    what = f"{thing.kind.label}, {shortened(thing.named or 'tanpa keterangan')}, {value}"
    st.markdown(f"Usul pengganti: {plain(what)}")
    told = "… menunggu penilaian Pokjanis"
    if ruling is not None:
        told = f"{'✔' if ruling.answer else '✘'} {RULING.holds if ruling.answer else RULING.fails}: "
        told += f"{ruling.reason} ({ruling.by})"
    st.caption(plain(f"{told} · diusulkan {each.by}, {indonesian_moment(each.at)}"))


def _rule(person: Person, each: OfferedThing) -> None:
    slot = f"usul-nonce-{each.id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {}, Judgement)
    with st.container(border=True):
        answer = form.ask("answer", label=RULING.question)
        reason = form.ask("reason")
        sent = st.button("Catat penilaian", type="primary", key=f"{nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return

    def rule(session: Any, at: datetime) -> None:
        rule_on_offer(session, person, each.id, answer=answer, on=today(), reason=reason, nonce=nonce, at=at)

    if send(rule, fields=form) is not None:
        st.session_state.pop(slot, None)
        st.rerun()
