"""Readers of files that do what a reader should not, for a process that is kept within limits."""

import os
from itertools import count

from documents.tabular.container import Unreadable


def endless(_data):
    for _ in count():
        pass


def greedy(data):
    return len(bytearray(8 * 1024**3)) + len(data)


def refusing(_data):
    raise Unreadable("Tidak dibaca.")


def failing(_data):
    raise NotImplementedError


def curious(_data):
    return os.environ.get("DATABASE_URL")


def plain(data, more):
    return data + more
