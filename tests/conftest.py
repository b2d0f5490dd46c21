"""Every test gets a database of its own; under REQUIRE_BROWSER no browser test may be skipped."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from xdist.scheduler import LoadScopeScheduling

from tests.compiled_once import share_compiled_statements
from tests.examples import examples

share_compiled_statements()

# Property tests give the same result on every run and on every machine, however slow.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=examples(60),
    # A failing case of the whole programme is large however long it is shrunk.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _own_database(tmp_path_factory):
    """Keep tests away from the database and the log of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("store")
        patch.setenv("DATABASE_URL", f"sqlite:///{folder / 'demo.sqlite3'}")
        patch.setenv("NEW_DATABASE", "demo")
        patch.setenv("LOG_FOLDER", str(folder / "log"))
        base = tmp_path_factory.getbasetemp()
        shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
        patch.setenv("TESTS_MADE_ONCE", str(shared))  # tests/made_once.py
        yield


class BrowserTestsAreMandatory:
    """Fails the session when a browser test was skipped, or when none ran."""

    def __init__(self):
        self.ran = 0
        self.skipped = []

    def pytest_runtest_logreport(self, report):
        if "browser" not in report.keywords:
            return
        if report.skipped:
            self.skipped.append(report.nodeid)
        elif report.when == "call":
            self.ran += 1

    @property
    def complaint(self):
        if self.skipped:
            return "REQUIRE_BROWSER is set, but skipped: " + ", ".join(self.skipped)
        if not self.ran:
            return "REQUIRE_BROWSER is set, but no browser test ran."
        return None

    def pytest_sessionfinish(self, session):
        if self.complaint and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        if self.complaint:
            terminalreporter.write_line(self.complaint, red=True)


def pytest_configure(config):
    """Watch the browser tests from the process that sees every report."""
    is_worker = hasattr(config, "workerinput")
    if os.environ.get("REQUIRE_BROWSER") and not is_worker:
        config.pluginmanager.register(BrowserTestsAreMandatory())


# About half of the time that the browser takes.
FIRST_BROWSER = {
    "test_typing",
    "test_typing_collateral",
    "test_first_job",
    "test_counter_to_money",
    "test_bank_file_to_collateral",
}
ONE_DEMO = ("tests/demo/test_demo", "tests/screens/test_leap_day", "tests/house/test_import_directions")


class BrowserTestsTogether(LoadScopeScheduling):
    """Hands the browser tests to two workers, each with a server of its own, and most others one by one.

    xdist's own `--dist=loadgroup` groups nothing under pytest 9.2 (pytest-dev/pytest-xdist#1386).
    """

    def _split_scope(self, nodeid):
        if nodeid.startswith("tests/browser/"):
            return f"browser {Path(nodeid.partition('::')[0]).stem in FIRST_BROWSER}"
        if nodeid.startswith("tests/speed/"):
            return "speed"  # they share walks through every screen
        # Tests that read one loaded demo stay together, so that no worker waits while another loads it.
        return nodeid.partition("::")[0] if nodeid.startswith(ONE_DEMO) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return BrowserTestsTogether(config, log)
