"""The providers of identities that this installation names in the part [auth] of its secrets."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import streamlit as st

_AGAIN: Final = "-lagi"
_DEFAULT: Final = "default"
_NEEDED: Final = ("redirect_uri", "cookie_secret")
_SHORTEST: Final = 32
_EXAMPLE: Final = "A LONG RANDOM STRING"  # which everybody can read


@cache
def providers() -> Mapping[str, str]:
    """The providers to sign in with: what the button says, by name; not those that only ask again."""
    auth = st.secrets["auth"]
    found = {_DEFAULT: _label(auth, "akun dinas")} if auth.get("client_id") else {}
    named = {name: part for name, part in auth.items() if isinstance(part, Mapping) and part.get("client_id")}
    return found | {
        name: _label(part, name.capitalize()) for name, part in named.items() if not name.endswith(_AGAIN)
    }


@cache
def mistake() -> str:
    """What is wrong with the part [auth], for whoever installs the application; blank when it can be used."""
    auth = st.secrets["auth"]
    if missing := [name for name in _NEEDED if not auth.get(name)]:
        return f"Bagian [auth] pada secrets.toml belum memuat {' dan '.join(missing)}."
    secret = str(auth["cookie_secret"])
    if len(secret) < _SHORTEST or secret.startswith(_EXAMPLE):
        return f"cookie_secret di secrets.toml masih contoh atau kurang dari {_SHORTEST} huruf; buat acak."
    if not providers():
        return "Bagian [auth] pada secrets.toml belum menyebut satu penyedia pun, misalnya [auth.dinas]."
    if wrong := [name for name in providers() if "_" in name]:
        return f"Nama penyedia {wrong[0]} pada secrets.toml memuat garis bawah, yang tidak dapat dipakai."
    return ""


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
