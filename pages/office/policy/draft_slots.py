"""The drafts that a visit compares: up to three, one of them open for change; kept in the session."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import streamlit as st

from domain.programme import Programme
from domain.regulation.policy.draft import Draft
from domain.regulation.policy.ready import Ready

MOST: Final = 3


@dataclass(slots=True)
class Slot:
    """One draft as it stands in the fields; `edition` counts how often it was filled from elsewhere.

    `asked` is the ready question that filled it, `stored` the number under which it is kept, and
    `named` the name that the program gave it, which follows what the draft changes. A draft that came
    filled is `folded`, so that its result is looked at before its fields.
    """

    draft: Draft
    edition: int = 0
    asked: Ready | None = None
    stored: int | None = None
    named: str = ""
    folded: bool = False

    @property
    def question(self) -> Ready | None:
        """The ready question that the draft still asks, unless something else was typed since."""
        return self.asked if self.asked is not None and self.asked.is_asked_by(self.draft) else None


@dataclass(slots=True)
class Slots:
    """All drafts of a visit and which one is open."""

    slots: list[Slot] = field(default_factory=list)
    open: int = 0
    filled: int = 0

    @property
    def current(self) -> Slot:
        """The one that is open."""
        return self.slots[self.open]


def slots_of(programme: Programme, today: date) -> Slots:
    """The drafts of this visit; at first one that changes nothing yet."""
    key = f"simulasi:{programme.key}:rancangan"
    found: Slots | None = st.session_state.get(key)
    if found is None:
        found = st.session_state[key] = Slots([_blank(today, 1)])
    return found


def _blank(today: date, place: int) -> Slot:
    name = f"Rancangan {place}"
    return Slot(Draft(name=name, since=today + timedelta(days=1)), named=name)


def fill(slots: Slots, ready: Ready) -> None:
    """Put a ready question into the open draft; for use as a callback."""
    slot = slots.current
    slot.draft = ready.filled_into(slot.draft)
    slot.asked, slot.stored, slot.named = ready, None, ready.name
    _filled(slots, slot)


def put(slots: Slots, draft: Draft, stored: int | None) -> None:
    """Put a kept draft into the open one."""
    slot = slots.current
    slot.draft, slot.asked, slot.stored, slot.named = draft, None, stored, ""
    _filled(slots, slot)


def take(slot: Slot, draft: Draft) -> None:
    """Take what stands in the fields; what differs from what was kept is no longer that draft."""
    if draft != slot.draft:
        slot.draft, slot.stored = draft, None


def add(slots: Slots, today: date) -> None:
    """Begin another draft beside the others, and open it."""
    if len(slots.slots) < MOST:
        slots.slots.append(_blank(today, len(slots.slots) + 1))
        choose(slots, len(slots.slots) - 1)


def drop(slots: Slots, today: date) -> None:
    """Take the open draft out; the last one begins anew."""
    slots.slots.pop(slots.open)
    if not slots.slots:
        slots.slots.append(_blank(today, 1))
    choose(slots, min(slots.open, len(slots.slots) - 1))


def choose(slots: Slots, place: int) -> None:
    """Open another draft; its fields begin with what it holds."""
    slots.open = place
    _filled(slots, slots.current)


def _filled(slots: Slots, slot: Slot) -> None:
    slots.filled += 1
    slot.edition, slot.folded = slots.filled, not slot.draft.changes_nothing
