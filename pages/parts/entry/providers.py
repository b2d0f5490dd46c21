"""The providers of identities that this installation names in the part [auth] of its secrets."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import streamlit as st

_AGAIN: Final = "-lagi"
_DEFAULT: Final = "default"


@cache
def providers() -> Mapping[str, str]:
    """The providers to sign in with: what the button says, by name; not those that only ask again."""
    auth = st.secrets["auth"]
    found = {_DEFAULT: _label(auth, "akun dinas")} if auth.get("client_id") else {}
    named = {name: part for name, part in auth.items() if isinstance(part, Mapping) and part.get("client_id")}
    return found | {
        name: _label(part, name.capitalize()) for name, part in named.items() if not name.endswith(_AGAIN)
    }


def _label(part: Mapping[str, Any], name: str) -> str:
    return f"Masuk dengan {part.get('label') or name}"


def asking_again(provider: str) -> str:
    """The name under which a provider asks again who somebody is, if it has one beside its own."""
    again = f"{provider}{_AGAIN}"
    is_named = again in st.secrets["auth"]
    known = is_named or provider in providers() or provider.endswith(_AGAIN)
    return again if is_named else provider if known else next(iter(providers()), _DEFAULT)


def go_to(provider: str) -> None:
    """Go to a provider to sign in; the page that is open now is opened again afterwards."""
    st.login(None if provider == _DEFAULT else provider)
