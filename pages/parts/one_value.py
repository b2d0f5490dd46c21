"""A field asks for its own value of a visit's session, where Streamlit copies those of all fields for each.

Streamlit's widgets read `filtered_state`, a dictionary of everything, to look up one key: over a form of
forty fields that is sixteen hundred look-ups a click. What this holds on to is no promise of Streamlit's, so
its version is pinned and a test drives it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from streamlit.runtime.state import SafeSessionState


class _OneByOne(Mapping[str, Any]):
    """The values of a visit's session, each looked up when it is asked for."""

    def __init__(self, session: SafeSessionState) -> None:
        self._session = session

    def __getitem__(self, key: str) -> Any:
        with self._session._lock:
            return self._session._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __str__(self) -> str:
        return str(self._all())

    def _all(self) -> dict[str, Any]:
        with self._session._lock:
            return self._session._state.filtered_state


@cache
def look_up_one_by_one() -> None:
    """Give Streamlit's widgets the values one by one."""
    SafeSessionState.filtered_state = property(_OneByOne)  # type: ignore[assignment, method-assign]
