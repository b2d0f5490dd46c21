"""People who click: N of them over Streamlit's own websocket protocol, with time to think between clicks.

    python -m benchmarks.ten_years.crowd DATABASE_URL --people 20 50 100 --think 5 --seconds 60

Each person has a role and opens the views of its menu one after another, in an order of their own. The same
people then click on a page that only says "halo". With `--processes 2` the servers share the database and
each person stays with one of them, as behind a proxy with sticky sessions.
"""

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import psutil
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.ten_years.rerun import ENTRY
from benchmarks.ten_years.views import View, views
from db.engine import Database

_A_RUN_ENDS_WITHIN: Final = 120
_STARTS_WITHIN: Final = 60
_FINISHED: Final = 0  # script_finished: 0 finished, 1 with a compile error, 2 a fragment, 3 early for a rerun
_SMALL: Final = 400  # bytes; the message that says the end is shorter, the others need not be read

Click = tuple[str, str]
"""What stands in the address: the page and the query."""


@dataclass(slots=True)
class Crowd:
    """What a crowd went through: seconds of each click, and those that failed."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    size: int = 0

    def at(self, share: float) -> float:
        """The milliseconds within which a share of the clicks was answered."""
        told = sorted(self.seconds)
        return 1_000 * told[min(len(told) - 1, int(len(told) * share))] if told else 0.0


class Visitor:
    """One browser tab without a browser."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self._socket = socket
        self.received = 0

    async def click(self, page: str, query: str) -> float:
        """Open an address and wait until the screen is settled; give the seconds."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
        began = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), _A_RUN_ENDS_WITHIN)
            self.received += len(raw)
            if len(raw) < _SMALL and isinstance(raw, bytes):
                told = ForwardMsg.FromString(raw)
                if told.WhichOneof("type") == "script_finished" and told.script_finished == _FINISHED:
                    return time.perf_counter() - began


async def crowd(
    ports: Sequence[int], clicks: Sequence[Sequence[Click]], think: float, seconds: float
) -> Crowd:
    """Let a person click through each list of addresses for some seconds, all at once."""
    found, begun = Crowd(), asyncio.Event()
    ready: list[int] = []

    async def person(number: int) -> None:
        chance = random.Random(number)
        own = chance.sample(clicks[number], len(clicks[number]))
        address = f"ws://127.0.0.1:{ports[number % len(ports)]}/_stcore/stream"
        async with websockets.connect(
            address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, ping_interval=None
        ) as opened:
            visitor = Visitor(opened)
            await visitor.click(*own[0])
            ready.append(number)
            await begun.wait()
            await asyncio.sleep(chance.random() * think)
            place = 0
            while time.perf_counter() < until:
                place += 1
                try:
                    found.seconds.append(await visitor.click(*own[place % len(own)]))
                except (TimeoutError, websockets.ConnectionClosed):
                    found.failed += 1
                    return
                await asyncio.sleep(think * (0.5 + chance.random()))
            found.size += visitor.received

    people = []
    for number in range(len(clicks)):
        people.append(asyncio.create_task(person(number)))
        await asyncio.sleep(0.1)
    while len(ready) < len(clicks) and not any(one.done() for one in people):
        await asyncio.sleep(0.1)
    until = time.perf_counter() + seconds
    begun.set()
    await asyncio.gather(*people)
    return found


def clicks_of(database: Database, people: int) -> list[list[Click]]:
    """The addresses that each of so many people opens; the roles take turns, most of them field staff."""
    by_role: dict[str, list[View]] = {}
    for view in views(database):
        by_role.setdefault(view.role, []).append(view)
    turns = [role for role in by_role for _ in range(_HOW_MANY.get(role, 1))]
    return [
        [(view.screen, _query(view)) for view in by_role[turns[number % len(turns)]]]
        for number in range(people)
    ]


_HOW_MANY: Final = {"mentor": 8, "facilitator": 3, "officer": 3, "team_member": 2}


def _query(view: View) -> str:
    return urlencode({"sebagai": view.person.id, **view.address})


@contextmanager
def server(script: Path, url: str, folder: Path) -> Iterator[tuple[int, psutil.Process]]:
    """A server of its own process; give its port and the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    surroundings = {**os.environ, "DATABASE_URL": url, "NEW_DATABASE": "demo", "LOG_FOLDER": str(folder)}
    with open(folder / f"server-{port}.txt", "wb") as told:
        started = subprocess.Popen(
            [*command, *options, "--server.address=127.0.0.1"],
            cwd=ENTRY.parent,
            env=surroundings,
            stdout=told,
            stderr=told,
        )
    try:
        _wait_for(port)
        yield port, psutil.Process(started.pid)
    finally:
        started.terminate()
        started.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"no server answers at port {port}")


def measure(
    script: Path, url: str, clicks: Sequence[Sequence[Click]], *, processes: int, think: float, seconds: float
) -> str:
    """A line of the report: how long clicks took, and what the servers needed for them."""
    with ExitStack() as opened, tempfile.TemporaryDirectory() as folder:
        servers = [opened.enter_context(server(script, url, Path(folder))) for _ in range(processes)]
        ports = [port for port, _ in servers]
        warm = clicks[: len(ports)]
        asyncio.run(crowd(ports, warm, 0, 0))
        empty = _memory(servers)
        cpu = _cpu(servers)
        found = asyncio.run(crowd(ports, clicks, think, seconds))
        used, grown = _cpu(servers) - cpu, _memory(servers) - empty
    answered = len(found.seconds) + len(clicks)
    return (
        f"| {script.stem} | {len(clicks)} | {processes} | {len(found.seconds)} | {found.at(0.5):.0f} "
        f"| {found.at(0.95):.0f} | {found.at(0.99):.0f} | {1_000 * used / answered:.1f} "
        f"| {grown / len(clicks):.1f} | {found.failed} |"
    )


HEADING: Final = """\
| page | people | processes | clicks | p50 ms | p95 ms | p99 ms | CPU ms a click | MB a person | failed |
|---|---|---|---|---|---|---|---|---|---|"""


def _cpu(servers: Sequence[tuple[int, psutil.Process]]) -> float:
    return sum(told.user + told.system for told in (one.cpu_times() for _, one in servers))


def _memory(servers: Sequence[tuple[int, psutil.Process]]) -> float:
    return sum(one.memory_info().rss for _, one in servers) / 2**20


def main() -> None:
    """Print a table for the application and one for the page that only says "halo"."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("url")
    reader.add_argument("--people", type=int, nargs="+", default=[20, 50, 100])
    reader.add_argument("--processes", type=int, default=1)
    reader.add_argument("--think", type=float, default=5.0, help="seconds between two clicks of a person")
    reader.add_argument("--seconds", type=float, default=60.0)
    told = reader.parse_args()
    how = {"processes": told.processes, "think": told.think, "seconds": told.seconds}
    database = Database.at(told.url)
    print(HEADING)
    with tempfile.TemporaryDirectory() as folder:
        halo = Path(folder) / "halo.py"
        halo.write_text("import streamlit as st\nst.write('halo')\n")
        for people in told.people:
            clicks = clicks_of(database, people)
            print(measure(halo, told.url, [[("", "")]] * people, **how), flush=True)
            print(measure(ENTRY, told.url, clicks, **how), flush=True)
    database.close()


if __name__ == "__main__":
    main()
