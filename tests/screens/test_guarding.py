"""The server answers under its own names alone, tells browsers what pages may do, and hides its inside."""

import re
from pathlib import Path

import pytest
import streamlit
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.guarding import open_files
from pages.parts.guarding.closed_addresses import ClosedAddresses
from pages.parts.guarding.hosts import KnownHosts, is_known, known_hosts
from pages.parts.guarding.policy import STREAMLITS_OWN, Policy, content_policy
from pages.parts.server import prepared
from tests.screens.asked_server import AskedServer

ROOT = Path(__file__).resolve().parents[2]
HERE = {"localhost", "127.0.0.1", "::1"}


def _server(*middleware):
    return AskedServer([Route("/{path:path}", lambda _request: Response(b"x"))], middleware)


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST."]
)
def test_this_machine_is_known_to_itself_by_every_port(host):
    assert is_known(host, HERE)


@pytest.mark.parametrize(
    "host",
    [None, "", "jahat.example", "localhost.jahat.example", "localhost@jahat.example", "localhost/x", "127.1",
     "localhost:port", "localhost:99999", "jahat.example#localhost", "[::1", "sampang.go.id.jahat.example"],
)  # fmt: skip
def test_a_name_that_is_not_told_is_foreign(host):
    assert not is_known(host, {*HERE, "sampang.go.id"})


@pytest.mark.parametrize(("host", "known"), [("a.go.id", True), ("b.a.go.id", True), ("go.id", False)])
def test_a_star_stands_for_what_is_below_a_name(host, known):
    assert is_known(host, {"*.go.id"}) is known


def test_the_setting_adds_names_and_never_every_interface(monkeypatch):
    monkeypatch.setenv("HOSTS", " Dana.Sampang.go.id , 0.0.0.0,10.1.2.3")
    assert known_hosts() == {*HERE, "dana.sampang.go.id", "10.1.2.3"}


@pytest.mark.parametrize(("host", "status"), [("localhost:8501", 200), ("jahat.example:8501", 421)])
def test_a_request_under_a_foreign_name_is_not_answered(host, status):
    assert _server(Middleware(KnownHosts, HERE)).get("/", {"host": host})[0] == status


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json",
     "/dasar/_stcore/metrics", "/_stcore//metrics", "/_stcore/metrics/", "/_stcore/script-health-check"],
)  # fmt: skip
def test_the_inside_of_the_server_is_not_there(path):
    assert _server(Middleware(ClosedAddresses, shows_figures=False)).get(path)[0] == 404


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/metrics", "/"])
def test_everything_else_is(path):
    assert _server(Middleware(ClosedAddresses, shows_figures=False)).get(path)[0] == 200


@pytest.mark.parametrize(
    ("path", "client", "headers", "status"),
    [
        ("/_stcore/metrics", ("127.0.0.1", 1), {}, 200),
        ("/_stcore/metrics", ("10.0.0.7", 1), {}, 404),
        ("/_stcore/metrics", ("127.0.0.1", 1), {"x-forwarded-for": "10.0.0.7"}, 404),
        ("/_stcore/metrics", None, {}, 404),
        ("/_stcore/agent/mcp", ("127.0.0.1", 1), {}, 404),
    ],
)
def test_figures_that_were_asked_for_are_shown_on_this_machine_alone(path, client, headers, status):
    server = _server(Middleware(ClosedAddresses, shows_figures=True))
    assert server.get(path, headers, client=client)[0] == status


def _headers(path="/", *, always=False, scheme="http"):
    server = _server(Middleware(Policy, "script-src 'self'", always_over_tls=always))
    return server.get(path, scheme=scheme)[1]


@pytest.mark.parametrize(
    ("always", "scheme", "told"), [(False, "http", False), (False, "https", True), (True, "http", True)]
)
def test_over_tls_the_browser_keeps_to_it(always, scheme, told):
    assert ("strict-transport-security" in _headers(always=always, scheme=scheme)) is told


def test_a_file_of_people_runs_nothing_when_it_is_opened_as_a_page():
    assert _headers("/media/abc.svg")["content-security-policy"].startswith("default-src 'none'")


def test_the_policy_allows_no_evaluating_and_no_script_but_its_own():
    scripts = re.search(r"script-src ([^;]*)", content_policy(["<script>a()</script>"]))[1]
    assert re.sub(r"'sha256-[\w+/=]+'", "#", scripts) == "'self' # #"


def test_the_script_in_streamlits_own_page_is_the_one_that_is_let_run():
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
    assert STREAMLITS_OWN in page


def test_each_script_of_a_screen_is_in_the_policy_of_the_server():
    (policy,) = (one.args[0] for one in prepared()["middleware"] if one.cls is Policy)
    written = [
        text for file in (ROOT / "pages").rglob("*.py") for text in re.findall(r"<script", file.read_text())
    ]
    of_the_policys_own_file = 2
    assert policy.count("'sha256-") == len(written) - of_the_policys_own_file + 1


@pytest.fixture
def limits(monkeypatch):
    """A system that gives so many open files: what is had, and the most."""
    resource = pytest.importorskip("resource")
    had = [256, 4096]

    def taken(_kind, wanted):
        if wanted[0] > had[1]:
            raise ValueError
        had[0] = wanted[0]

    monkeypatch.setattr(resource, "getrlimit", lambda _kind: tuple(had))
    monkeypatch.setattr(resource, "setrlimit", taken)
    return had


def test_the_process_takes_as_many_open_files_as_it_gets(limits):
    open_files.raise_open_files()
    assert limits[0] == 4096


def test_where_no_limit_is_told_and_one_is_there_as_many_as_it_lets(limits, monkeypatch):
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (limits[0], resource.RLIM_INFINITY))
    open_files.raise_open_files()
    assert limits[0] == 4096


@pytest.mark.parametrize(("most", "warned"), [(512, True), (1024, False)])
def test_too_few_open_files_are_told_in_the_log(limits, caplog, most, warned):
    limits[1] = most
    open_files.raise_open_files()
    assert ("open files" in caplog.text) is warned
