"""Reading a workbook or a list that somebody brought: while it is read, and when it cannot be."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from documents.tabular.apart import read_apart
from documents.tabular.container import Unreadable
from pages.parts.text import plain

Read = TypeVar("Read")


def read_or_say(read: Callable[..., Read], data: bytes, *told: object) -> Read | None:
    """What was read of a file, in a process of its own; None when it cannot be, which is then said here."""
    try:
        with st.spinner("Membaca berkas …"):
            return read_apart(read, data, *told)
    except Unreadable as refusal:
        st.error(plain(refusal.sentence))
        return None
