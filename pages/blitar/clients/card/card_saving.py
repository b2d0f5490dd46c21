"""Forms of one binaan: sent once, then back to the card, which says what was saved."""

import streamlit as st

from pages.blitar.clients.card.card_places import to_card
from pages.parts import sending
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import Sent, Work, forget


def send(
    form: str,
    work: Work[object],
    said: Saved | str,
    *,
    client_id: int | None = None,
    fields: Form | None = None,
) -> None:
    """Do it and go to the binaan; or say what is wrong, with everything still typed.

    Without a number of the binaan, the verb gives that of the new one.
    """
    done = _carry_out(form, work, said, fields)
    if done is not None:
        to_card(client_id if client_id is not None else int(str(done.result)))
        st.rerun()


def stay(form: str, work: Work[object], said: Saved | str, *, fields: Form | None = None) -> None:
    """Do it and show the same screen anew; or say what is wrong, with everything still typed."""
    if _carry_out(form, work, said, fields) is not None:
        st.rerun()


def _carry_out(form: str, work: Work[object], said: Saved | str, fields: Form | None) -> Sent[object] | None:
    done = sending.send(work, form=form, fields=fields)
    if done is not None:
        forget(form)
        say_saved(said)
    return done
