"""Which programme an office's screen is about, where whoever looks may look at several."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from domain.programme import Programme


def one_of_programmes(
    allowed: Sequence[Programme],
    key: str,
    *,
    on_change: Callable[..., None] | None = None,
    bind: Literal["query-params"] | None = None,
) -> Programme:
    """The chosen one, the first to begin with; nothing is asked where there is no choice."""
    by_key = {one.key: one for one in allowed}
    if len(by_key) == 1:
        return allowed[0]
    chosen = st.segmented_control(
        "Program",
        list(by_key),
        default=allowed[0].key,
        format_func=lambda one: by_key[one].name,
        required=True,
        key=key,
        on_change=on_change,
        bind=bind,
    )
    return by_key[str(chosen)]
