"""The settings of the server as its commands read them: the environment first, then the file of secrets."""

import os
import tomllib
from pathlib import Path
from typing import Final

_SECRETS: Final = Path(__file__).resolve().parents[1] / ".streamlit" / "secrets.toml"


def server_setting(name: str) -> str:
    """A setting by its name; blank when neither place has it."""
    if told := os.environ.get(name):
        return told
    if not _SECRETS.exists():
        return ""
    return str(tomllib.loads(_SECRETS.read_text("utf-8")).get(name, ""))
