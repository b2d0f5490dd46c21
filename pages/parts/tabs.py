"""Tabs of a screen, of which only the open one is drawn, and which can be named in a link."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Tab = TypeVar("Tab", bound=StrEnum)


def open_tab(tabs: Sequence[Tab], key: str, *, first: Tab | None = None) -> tuple[Tab, DeltaGenerator]:
    """Show tabs; give the open one with the place to draw it in. The address carries it under `key`."""
    shown = st.tabs(
        [str(tab) for tab in tabs],
        default=None if first is None else str(first),
        key=key,
        bind="query-params",
        on_change="rerun",
    )
    return next(
        ((tab, place) for tab, place in zip(tabs, shown, strict=True) if place.open), (tabs[0], shown[0])
    )
