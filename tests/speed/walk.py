"""A walk through every screen of every role, with the statements that each asked."""

from contextlib import contextmanager

import pytest
import streamlit as st

from benchmarks.ten_years.meeting import open_a_meeting
from benchmarks.ten_years.rerun import Meter, opened
from benchmarks.ten_years.views import views
from db.opening import open_database
from domain.blitar.roles import BlitarRole
from pages.parts.store import now, today
from tests.screens.clock import TODAY, clock_at

# The start page and the summary, which are put together for each role; a Pendamping sees what is theirs.
_OF_THE_PERSON = ("", "ringkasan")


def prepare(url):
    """Let a database have something of each kind that can be opened."""
    database = open_database(url, sign_in_configured=False)
    with clock_at(TODAY):
        open_a_meeting(database, today(), now())
    database.close()


def walk(url):
    """Open every view over a database; give each with what it asked."""
    database = open_database(url, sign_in_configured=False)
    with _at(url), Meter(counts_steps=True).watching() as meter:
        walked = [(view, meter.costs(lambda view=view: opened(view))) for view in _enough(views(database))]
    database.close()
    return walked


def _enough(found):
    """Each screen in each way once, and again where it depends on who looks."""
    seen = set()
    for view in found:
        if view.name not in seen or view.role is BlitarRole.MENTOR or view.screen in _OF_THE_PERSON:
            seen.add(view.name)
            yield view


@contextmanager
def _at(url):
    with pytest.MonkeyPatch.context() as patch, clock_at(TODAY):
        patch.setenv("DATABASE_URL", url)
        # What a screen caches would otherwise come from another database.
        st.cache_data.clear()
        st.cache_resource.clear()
        yield
        st.cache_data.clear()
        st.cache_resource.clear()
