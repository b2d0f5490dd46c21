"""One page of a long list on the legal-basis screen."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

_Entry = TypeVar("_Entry")
_PER_PAGE = 10


def page_of(entries: Sequence[_Entry], key: str) -> Sequence[_Entry]:
    """One page of a long list, after the choice of the page."""
    pages = [entries[at : at + _PER_PAGE] for at in range(0, len(entries), _PER_PAGE)]
    if len(pages) < 2:
        return entries
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        page = st.pagination(len(pages), key=key, max_visible_pages=5)
        st.caption(f"{len(entries)} seluruhnya, {_PER_PAGE} per halaman", width="content")
    return pages[page - 1]
