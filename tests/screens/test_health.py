"""Whoever watches the server learns whether it lives and can serve, and nothing else."""

import json
import logging
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.opening import open_demo
from db.refusals import StoreFull
from domain.programme import NotAllowed
from domain.roles import OfficePermission
from domain.sampang.programme import SAMPANG
from pages.parts import health
from pages.parts.errors.log import LINE, JsonLine
from pages.parts.errors.sentences import BUTTON, sentence_about
from pages.parts.server import prepared
from tests.screens.asked_server import AskedServer


@pytest.fixture
def server(tmp_path, monkeypatch):
    """A server over a new store, which forgets what it was answered before."""
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setattr(health, "_SECONDS", 0.0)
    monkeypatch.setattr(health, "_readiness", health.Readiness())
    server = AskedServer(health.ROUTES)
    server.url = url
    return server


def answer(server, path):
    status, headers, body = server.get(path)
    assert headers["cache-control"] == "no-store"
    return status, body.decode()


def test_the_application_serves_both_addresses():
    paths = {route.path for route in prepared()["routes"]}
    assert {"/sehat", "/siap"} <= paths


def test_a_process_lives_without_a_database_and_is_not_ready(server):
    assert answer(server, "/sehat") == (200, "sehat\n")
    assert answer(server, "/siap") == (503, "belum siap\n")
    assert not Path(make_url(server.url).database).exists()


def test_it_is_ready_over_a_prepared_store_and_no_longer_once_that_is_gone(server):
    open_demo(server.url).close()
    assert answer(server, "/siap") == (200, "siap\n")
    Path(make_url(server.url).database).unlink()
    assert answer(server, "/siap") == (503, "belum siap\n")


def test_it_is_not_ready_over_tables_of_another_release(server):
    database = open_demo(server.url)
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0017'"))
    database.close()
    assert answer(server, "/siap") == (503, "belum siap\n")


def test_many_who_ask_cost_one_question_a_second(server, monkeypatch):
    asked = []
    monkeypatch.setattr(health, "_SECONDS", 60.0)
    monkeypatch.setattr(health, "store_stands_ready", lambda: asked.append(1) or True)
    for _ in range(5):
        answer(server, "/siap")
    assert len(asked) == 1


def test_a_refusal_of_the_store_is_a_line_in_the_log_with_the_screen_and_the_roles(caplog):
    with caplog.at_level(logging.WARNING):
        sentence = sentence_about(StoreFull(), BUTTON, {"screen": "pinjaman", "roles": ["bank"]})
    assert "disk server penuh" in sentence
    line = json.loads(JsonLine().format(caplog.records[-1]))
    told = {key: line[key] for key in ("event", "kind", "during", "screen", "roles")}
    assert told == {
        "event": "the store refused",
        "kind": "StoreFull",
        "during": "button",
        "screen": "pinjaman",
        "roles": ["bank"],
    }


def test_who_tries_what_their_role_does_not_carry_leaves_a_line(caplog):
    refused = NotAllowed(OfficePermission.MANAGE_PEOPLE, SAMPANG)
    sentence_about(refused, BUTTON, {"screen": "pengguna", "roles": ["bank"]})
    (line,) = [getattr(one, LINE) for one in caplog.records]
    assert (line["kind"], line["screen"], line["roles"]) == ("NotAllowed", "pengguna", ["bank"])
