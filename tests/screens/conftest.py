"""The screens, run through the entry without a browser, each test on its own copy of the demo data."""

import logging
import shutil
from datetime import timedelta
from functools import cache

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from db.opening import open_demo
from pages.parts.errors.log import LINE, JsonLine
from pages.parts.unsent.keeper import KEEPER
from tests.screens.clock import TODAY, clock_at
from tests.screens.demo_office import Office, a_demo_of
from tests.screens.walking import Screens


@pytest.fixture(autouse=True)
def _one_day():
    """Let every test of the screens take place on the same day."""
    with clock_at(TODAY):
        yield


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch):
    """What is typed is written at once, so that no timer reaches into a later test."""
    monkeypatch.setattr(KEEPER, "pause", timedelta())


@pytest.fixture(scope="session", autouse=True)
def _packages_looked_through_once():
    """AppTest looks through every installed package for components, each time a screen is opened."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session")
def demo_file():
    """Give a database with the demo data that no test writes into."""
    return a_demo_of(TODAY)


@pytest.fixture
def demo_url(demo_file, tmp_path, monkeypatch):
    """Give a copy of the demo data to this test alone."""
    file = tmp_path / "demo.sqlite3"
    shutil.copyfile(demo_file, file)
    url = f"sqlite:///{file}"
    monkeypatch.setenv("DATABASE_URL", url)
    _forget()
    yield url
    _forget()


def _forget():
    # What a screen caches would otherwise outlive its database and reach the next test.
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def office(demo_url):
    """Give the demo office: its people, its screens, and what its store holds."""
    database = open_demo(demo_url)
    yield Office(database)
    database.close()


@pytest.fixture
def screens(demo_url):
    """Give the running application, opened on the start page by nobody yet."""
    return Screens(demo_url)


def is_error(record):
    """Whether a line tells of an unexpected error, and not of a store that refused."""
    return hasattr(record, LINE) and record.levelno >= logging.ERROR


@pytest.fixture(autouse=True)
def recorded_errors():
    """Give the lines that unexpected errors left in the log; whoever expects one takes it out."""
    lines = []
    keeper = logging.Handler()
    keeper.emit = lambda record: is_error(record) and lines.append(JsonLine().format(record))
    logging.getLogger("pages").addHandler(keeper)
    yield lines
    logging.getLogger("pages").removeHandler(keeper)
    assert lines == []
