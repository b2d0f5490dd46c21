"""Once what ended was erased, every screen still opens, and none names who is gone."""

import shutil

import pytest

from benchmarks.ten_years.rerun import opened
from benchmarks.ten_years.views import distinct, views
from db.opening import open_demo
from tests.db.retention.erasing_demo import erase_all, identities_of
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of
from tests.screens.test_hostile_demo import nodes_of
from tests.speed.walk import prepare, walking_over


@pytest.fixture(scope="module")
def erased(tmp_path_factory):
    """The demo without those who are gone, and what named them."""
    file = tmp_path_factory.mktemp("erased-screens") / "demo.sqlite3"
    shutil.copyfile(a_demo_of(TODAY), file)
    gone, _, _ = erase_all(file)
    prepare(f"sqlite:///{file}")
    return f"sqlite:///{file}", identities_of(a_demo_of(TODAY), gone)


def test_every_screen_opens_and_names_nobody_who_is_gone(erased):
    url, identities = erased
    database, named, faults = open_demo(url), [], []
    with walking_over(url):
        for view in distinct(views(database)):
            app = opened(view)
            faults += [(view.name, one.value) for one in app.exception]
            told = "\n".join(str(getattr(node, "proto", "")) for node in nodes_of(app._tree))
            named += [(view.name, one) for one in identities if one in told]
    database.close()
    assert faults == []
    assert named == []
