"""The demo on both kinds of database, each walked through once."""

import shutil

import pytest

from benchmarks.ten_years.growing import Size, grow
from benchmarks.ten_years.into_postgresql import bring
from tests.db.conftest import postgres_server  # noqa: F401 -- a fixture that tests/db has too
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of
from tests.speed.walk import prepare, walk


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """Give the demo with something of each kind that can be opened, on SQLite."""
    file = tmp_path_factory.mktemp("speed") / "demo.sqlite3"
    shutil.copyfile(a_demo_of(TODAY), file)
    prepare(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def grown_file(demo_file, tmp_path_factory):
    """Give the demo grown to three times its rows, with as many meetings as before."""
    file = tmp_path_factory.mktemp("grown") / "grown.sqlite3"
    shutil.copyfile(demo_file, file)
    grow(file, Size(caseloads=2, files=2, loans=2, teams=1, open_files=2, meetings=1))
    return file


@pytest.fixture(scope="session")
def demo_urls(demo_file, postgres_server):  # noqa: F811
    """Give the URL of the same demo on each kind of database."""
    url = postgres_server.make("demo_of_speed")
    bring(str(demo_file), url)
    return {"sqlite": f"sqlite:///{demo_file}", "postgresql": url}


@pytest.fixture(scope="session")
def asked(demo_urls):
    """Give what every screen of every role asked, by the kind of database."""
    return {kind: walk(url) for kind, url in demo_urls.items()}
