"""What this installation is set to: its settings, and the programmes that it serves."""

import os
from functools import cache

import streamlit as st

from domain.programme import Programme
from domain.programmes import PROGRAMMES

_SERVES = "PROGRAMMES"
BEGINS_AS = "NEW_DATABASE"


class MistakenSetting(Exception):  # noqa: N818 -- a setting to be mended, not a fault of the program
    """The installation has a setting that the program cannot follow; `sentence` tells what to do."""

    def __init__(self, sentence: str) -> None:
        self.sentence = f"Aplikasi belum dapat dibuka: {sentence}"
        super().__init__(self.sentence)


class UnknownProgramme(MistakenSetting):
    """The installation is set to serve a programme that does not exist."""

    def __init__(self, keys: str) -> None:
        known = ", ".join(programme.key for programme in PROGRAMMES)
        super().__init__(
            f"pengaturan {_SERVES} menyebut program yang tidak dikenal, yaitu {keys}. Isi dengan {known}, "
            "dipisahkan koma, atau kosongkan untuk melayani semua program."
        )


class UnknownKind(MistakenSetting):
    """The installation is set to make of an empty database what there is not."""

    def __init__(self, told: str) -> None:
        super().__init__(
            f"pengaturan {BEGINS_AS} berisi {told}. Isi dengan demo untuk data contoh atau real untuk data "
            "sungguhan, atau kosongkan."
        )


def setting(name: str) -> str:
    """A setting of the installation: the environment comes before the secrets; blank when neither has it."""
    return os.environ.get(name) or _secret(name)


@cache  # the file of secrets is looked for on the disk anew at each question
def _secret(name: str) -> str:
    try:
        return str(st.secrets[name])
    except (FileNotFoundError, KeyError):
        return ""


def served() -> tuple[Programme, ...]:
    """The programmes that this installation serves, in the product's order; all unless it is set otherwise.

    Raises UnknownProgramme for a key that no programme has.
    """
    wanted = {key for each in setting(_SERVES).split(",") if (key := each.strip().lower())}
    if unknown := wanted - {programme.key for programme in PROGRAMMES}:
        raise UnknownProgramme(", ".join(sorted(unknown)))
    return tuple(programme for programme in PROGRAMMES if not wanted or programme.key in wanted)


@cache
def sign_in_configured() -> bool:
    """Whether people sign in with their accounts: the secrets have a part [auth]."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
