"""What a new process loads before a visitor reads the first heading: nothing of later screens."""

import json
import subprocess
import sys

import pytest

from tests.browser.driver import ROOT

# Tables, charts, arrays, letters, workbooks, the solver, the holidays, the migrations, and who made the demo.
LATER = {
    "alembic", "altair", "fpdf", "holidays", "mako", "num2words", "numpy", "openpyxl", "pandas", "PIL",
    "psycopg", "pyarrow", "pygments", "scipy", "shapely", "xlsxwriter", "zstandard",
}  # fmt: skip
LATER_OF_OURS = (
    "demo",
    "documents",
    "domain.sampang.schedule",
    "domain.regulation.columns",
    "pages.parts.chart",
)
MOST_MODULES = (
    429  # beside those of Streamlit; twelve guard the server, sign-in and numbers of people, five retention
)
FIRST_SCREEN = """
import json, sys
from streamlit.testing.v1 import AppTest
import streamlit.web.bootstrap, streamlit.web.server
own = set(sys.modules)
import streamlit_app
screen = AppTest.from_file("streamlit_app.py", default_timeout=120).run()
assert not screen.exception, screen.exception
print(json.dumps([[heading.value for heading in screen.title], sorted(set(sys.modules) - own)]))
"""


@pytest.fixture
def first_screen(demo_url):
    """The headings of the first screen of a new process over a filled demo, and what was loaded for it."""
    told = subprocess.run(
        [sys.executable, "-c", FIRST_SCREEN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    headings, loaded = json.loads(told.stdout.splitlines()[-1])
    assert headings
    return loaded


def test_the_first_screen_loads_only_what_it_needs(first_screen):
    assert LATER & {name.partition(".")[0] for name in first_screen} == set()
    assert [name for name in first_screen if name.startswith(LATER_OF_OURS)] == []
    assert len(first_screen) <= MOST_MODULES
