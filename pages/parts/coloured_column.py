"""A column of coloured labels, so that a list can be scanned; each label says by itself what it means."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

Colour = Literal["green", "red", "orange", "violet", "gray", "blue", "yellow"]


def coloured(colours: Mapping[str, Colour]) -> ColumnConfig:
    """How a column of such labels is shown; its cells are made by `label_in_colour`."""
    return st.column_config.MultiselectColumn(options=list(colours), color=list(colours.values()))


def label_in_colour(label: str) -> list[str]:
    """A cell of a coloured column."""
    return [label]
