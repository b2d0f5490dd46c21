"""The state of a screen in its address, so that it can be sent as a link."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from domain.labelled import word_for

Chosen = TypeVar("Chosen", bound=StrEnum)


def word_of(choice: StrEnum) -> str:
    """A choice as an address names it: its words, so that whoever reads the address understands it."""
    return word_for(getattr(choice, "label", choice.value))


def choice_of(kind: type[Chosen], told: str | None) -> Chosen | None:
    """The choice that an address names by its word, or by its value as older links do; None for any other."""
    return next((one for one in kind if told in (one.value, word_of(one))), None)


def told(name: str, otherwise: str) -> str:
    """What the address says under a name, or something else."""
    return st.query_params.get(name) or otherwise


def publish(state: Mapping[str, str]) -> None:
    """Put the state into the address at once; what is blank is left out, and other names stay."""
    there = {name: st.query_params.get_all(name) for name in st.query_params}
    with_state = there | {name: [value] for name, value in state.items()}
    wanted = {name: values for name, values in with_state.items() if state.get(name, "as it is")}
    # Each time that the address is set, the browser adds a step to its history.
    if wanted != there:
        st.query_params.from_dict(wanted)


def pills(
    name: str,
    label: str,
    words: Mapping[str, str],
    otherwise: str | None = None,
    kind: type[StrEnum] | None = None,
) -> str | None:
    """One of a few values or none, shown by its words; the address holds the value, or the word of its kind.

    With a value `otherwise` one is always chosen: this one where the address names none, which then stays so.

    Streamlit's own binding would put the words there, which may show a count that changes.
    """
    named = told(name, "")
    if kind is not None and (choice := choice_of(kind, named)) is not None:
        named = choice.value
    st.session_state.setdefault(name, named if named in words else otherwise)
    always = otherwise is not None
    chosen = st.pills(label, list(words), format_func=lambda value: words[value], key=name, required=always)
    # Set by itself: Streamlit lets nobody rewrite an address that also holds a bound field's name.
    word = chosen and (word_of(kind(chosen)) if kind else chosen)
    if not word or chosen == otherwise:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != word:
        st.query_params[name] = word
    return chosen if isinstance(chosen, str) else None
