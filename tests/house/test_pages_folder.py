"""No screen can be opened past the router, and Streamlit is configured as agreed."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
AGREED = {
    "server.showEmailPrompt": False,
    "server.address": "localhost",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 12,
    "browser.gatherUsageStats": False,
    "browser.serverAddress": "localhost",
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "logger.enableRich": False,
}


def test_no_screen_lies_directly_in_pages():
    assert {file.name for file in (ROOT / "pages").glob("*.py")} <= {"__init__.py"}


@pytest.mark.parametrize("option", AGREED)
def test_streamlit_is_configured_as_agreed(option):
    section, name = option.split(".")
    assert CONFIG[section][name] == AGREED[option]


@pytest.mark.parametrize("option", AGREED)
def test_the_installed_streamlit_knows_each_agreed_option(option):
    from streamlit import config

    assert config.get_option(option) is not None


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_charts_have_colours_of_their_own_in_both_modes(mode):
    theme = CONFIG["theme"][mode]
    assert len(theme["chartSequentialColors"]) == 10
    assert len(theme["chartCategoricalColors"]) >= 5


def test_nothing_in_the_configuration_points_outside():
    assert not re.search(r"https?://", (ROOT / ".streamlit" / "config.toml").read_text())
