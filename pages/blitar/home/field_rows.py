"""Rows for thumbs: each is one link over its whole width, high enough to be hit."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from pages.parts.markup import Markup

GO: Final = ":material/arrow_forward:"
Chip = tuple[str, Path, Mapping[str, str]]

FIELD_STYLE: Final = Markup(
    """<style>
.st-key-beranda-lapangan [data-testid="stPageLink-NavLink"] {
  min-height: 44px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
}
.st-key-beranda-lapangan [data-testid="stPageLink-NavLink"] p { white-space: normal; }
</style>"""
)


def row(screen: Path, label: str, address: Mapping[str, str], *, icon: str | None = None) -> None:
    """One row; a tap anywhere on it goes there."""
    st.page_link(screen, label=label, icon=icon, query_params=dict(address), width="stretch")


def chips(told: Sequence[Chip]) -> None:
    """Short links beside each other."""
    with st.container(horizontal=True, gap="xsmall"):
        for words, screen, address in told:
            st.page_link(screen, label=words, query_params=dict(address))
