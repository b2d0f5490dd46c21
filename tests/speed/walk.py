"""A walk through every screen of every role, with the statements that each asked."""

from contextlib import contextmanager

import pytest
import streamlit as st

from benchmarks.ten_years.meeting import open_a_meeting
from benchmarks.ten_years.rerun import Meter, opened
from benchmarks.ten_years.views import distinct, views
from db.opening import open_demo
from pages.parts.store import now, today
from tests.screens.clock import TODAY, clock_at


def prepare(url):
    """Let a database have something of each kind that can be opened."""
    database = open_demo(url)
    with clock_at(TODAY):
        open_a_meeting(database, today(), now())
    database.close()


def walk(url):
    """Open every view over a database; give each with what it asked."""
    database = open_demo(url)
    with walking_over(url), Meter(counts_steps=True).watching() as meter:
        walked = [(view, meter.costs(lambda view=view: opened(view))) for view in distinct(views(database))]
    database.close()
    return walked


@contextmanager
def walking_over(url):
    """Let screens open over a database, as they are on the day of the tests."""
    with pytest.MonkeyPatch.context() as patch, clock_at(TODAY):
        patch.setenv("DATABASE_URL", url)
        # What a screen caches would otherwise come from another database.
        st.cache_data.clear()
        st.cache_resource.clear()
        yield
        st.cache_data.clear()
        st.cache_resource.clear()
