"""A file is read in a process of its own, which is stopped when it takes too much."""

import pkgutil
import shlex
import subprocess
import sys
from importlib import import_module

import pytest

import documents
from documents.tabular.apart import MOST_SECONDS, read_apart
from documents.tabular.container import TOO_HEAVY, Unreadable
from documents.tabular.workbook_form import WorkbookForm, form_at
from tests.documents.tabular import odd_readers


def _refused(read):
    with pytest.raises(Unreadable) as refusal:
        read_apart(read, b"x", seconds=1)
    return refusal.value.sentence


def test_what_was_read_comes_back_whole():
    assert read_apart(odd_readers.plain, b"ab", b"\0c") == b"ab\0c"


def test_a_reader_that_refuses_says_the_same_sentence():
    assert _refused(odd_readers.refusing) == "Tidak dibaca."


@pytest.mark.parametrize("read", [odd_readers.endless, odd_readers.greedy, odd_readers.failing])
def test_a_file_that_costs_too_much_or_breaks_the_reader_is_refused_with_a_way_out(read):
    assert _refused(read) == TOO_HEAVY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
def test_a_machine_that_allows_less_is_no_reason_to_refuse_every_file():
    asked = "from documents.tabular.apart import read_apart as read; print(read(len, b'abc'))"
    limited = f"ulimit -t {MOST_SECONDS - 10} && exec {shlex.quote(sys.executable)} -c {shlex.quote(asked)}"
    told = subprocess.run(["sh", "-c", limited], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "3"


def test_the_process_does_not_know_where_the_data_lie(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:secret@host/fund")
    assert read_apart(odd_readers.curious, b"x") is None


FORMS = [
    value
    for found in pkgutil.walk_packages(documents.__path__, "documents.")
    for value in vars(import_module(found.name)).values()
    if isinstance(value, WorkbookForm)
]


def test_every_form_is_found_again_by_another_process():
    assert FORMS
    assert all(form_at(one.stands_at) is one for one in FORMS)
