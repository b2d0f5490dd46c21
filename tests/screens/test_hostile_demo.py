"""Wherever words that somebody typed are shown, they are shown as words: no markup of theirs acts."""

import pytest

from benchmarks.ten_years.rerun import opened
from benchmarks.ten_years.views import distinct, views
from db.opening import open_demo
from tests.screens.hostile_demo import ACTS, MARK, hostile_demo
from tests.speed.walk import prepare, walking_over

READ_AS_MARKUP = ("body", "label", "help", "caption")
WITH_OPTIONS = {"Radio", "ButtonGroup"}


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory):
    """Give the demo whose people typed markup wherever they could."""
    file = tmp_path_factory.mktemp("hostile") / "demo.sqlite3"
    hostile_demo(file)
    prepare(f"sqlite:///{file}")
    return f"sqlite:///{file}"


def nodes_of(node):
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes_of(child)


def read_as_markup(app):
    """Every text of a screen that Streamlit reads as Markdown or HTML."""
    for node in nodes_of(app._tree):
        proto = getattr(node, "proto", None)
        texts = [getattr(proto, name, None) for name in READ_AS_MARKUP]
        if type(proto).__name__ in WITH_OPTIONS:
            texts += [getattr(one, "content", one) for one in proto.options]
        yield from (text for text in texts if isinstance(text, str) and MARK in text)


def test_no_markup_that_somebody_typed_acts_on_any_screen(hostile_url):
    database = open_demo(hostile_url)
    met, acting = 0, []
    with walking_over(hostile_url):
        for view in distinct(views(database)):
            found = list(read_as_markup(opened(view)))
            met += len(found)
            acting += [(view.name, text) for text in found if ACTS.search(text)]
    database.close()
    assert acting == []
    assert met > 200
