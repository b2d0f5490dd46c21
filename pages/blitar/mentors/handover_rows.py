"""The open binaan of who leaves, each with who takes it and what was promised, asked row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from db.blitar.caseload.lines import ClientLine
from domain.dates import indonesian_date
from pages.blitar.mentors.register import name_of
from pages.parts.fields import Form
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Choice:
    """One binaan with who takes it, if anybody, and the promise."""

    client_id: int
    receiver: int | None
    promise: str


def ask_rows(
    form: Form,
    waiting: Sequence[ClientLine],
    proposed: Mapping[int, int | None],
    serving: Mapping[int, str],
) -> tuple[Choice, ...]:
    """Ask for every binaan; what is typed stays with its binaan, wherever it stands in the list."""
    names = {str(number): name for number, name in serving.items()}
    found = []
    for one in waiting:
        with st.container(border=True):
            st.markdown(
                f"**{plain(one.name)}** · {name_of(one.district_code)} · {one.kind.label} · "
                f"sejak {indonesian_date(one.since)} · {one.number}"
            )
            left, right = st.columns(2)
            with left:
                receiver = _receiver(form, one.id, proposed.get(one.id), names)
            with right:
                promise = form.ask(f"promises.{one.id}")
        found.append(Choice(one.id, receiver, promise))
    return tuple(found)


def _receiver(form: Form, client_id: int, proposed: int | None, names: Mapping[str, str]) -> int | None:
    """Who takes a binaan: as proposed, until somebody else is chosen, who then stays under any proposal."""
    own, first = f"own.{client_id}", "" if proposed is None else str(proposed)
    chosen_before = form.kept(own)
    field = f"to.{client_id}.{first}"
    form.start = {**form.start, field: (first if chosen_before is None else chosen_before) or None}
    told = form.code(field, "Penerima", names) or ""
    form.keep(own, None if told == first else told)
    form.slot(f"to.{client_id}")
    return int(told) if told else None
