"""What the screens of the fund are tried over, besides the demo."""

import pytest
import streamlit as st

from db.opening import open_demo
from demo.personas import add_personas
from domain.programmes import PROGRAMMES
from pages.parts.store import now
from tests.screens.demo_office import Office


@pytest.fixture
def new_office(tmp_path, monkeypatch):
    """Give an office with people, whose fund nobody has opened yet."""
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    database = open_demo(url)
    with database.write() as session:
        add_personas(session, PROGRAMMES, at=now())
    monkeypatch.setenv("DATABASE_URL", url)
    st.cache_data.clear()
    st.cache_resource.clear()
    yield Office(database)
    database.close()
    st.cache_data.clear()
    st.cache_resource.clear()
