"""Whether anything grows while people click: memory over hundreds of reruns.

    python -m benchmarks.ten_years.endurance DATABASE_URL --clicks 500

First one visitor clicks through the views of every role on a server of its own, whose memory is told; then
the same screens are run in this process, where Python tells what it holds after each round.
"""

import argparse
import asyncio
import gc
import logging
import os
import tempfile
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import psutil
import websockets

from benchmarks.ten_years.crowd import Click, Visitor, clicks_of, server
from benchmarks.ten_years.rerun import ENTRY, Meter, opened
from benchmarks.ten_years.views import View, views
from db.engine import Database

_ROUNDS = 5


def on_a_server(url: str, clicks: Sequence[Click], count: int) -> list[float]:
    """The megabytes of the server before the first click and after each round of one visitor's clicks."""

    async def visit(port: int, process: psutil.Process) -> list[float]:
        found = []
        async with websockets.connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            ping_interval=None,
        ) as socket:
            visitor = Visitor(socket)
            for address in clicks:
                await visitor.click(*address)  # once everything is loaded and cached
            found.append(process.memory_info().rss / 2**20)
            for number in range(count):
                await visitor.click(*clicks[number % len(clicks)])
                if (number + 1) % (count // _ROUNDS) == 0:
                    found.append(process.memory_info().rss / 2**20)
        return found

    with tempfile.TemporaryDirectory() as folder, server(ENTRY, url, Path(folder)) as (port, process):
        return asyncio.run(visit(port, process))


def in_this_process(url: str, shown: Sequence[View], count: int) -> list[float]:
    """The megabytes that Python holds before and after each round of reruns of the same screens."""
    os.environ["DATABASE_URL"] = url
    with Meter().watching() as meter:
        apps = [opened(view) for view in shown]
        for app in apps:
            meter.costs(app.run)
        tracemalloc.start()
        found = [_held()]
        for number in range(count):
            meter.costs(apps[number % len(apps)].run)
            if (number + 1) % (count // _ROUNDS) == 0:
                found.append(_held())
        tracemalloc.stop()
    return found


def _held() -> float:
    gc.collect()
    return tracemalloc.get_traced_memory()[0] / 2**20


def main() -> None:
    """Print both rows of megabytes."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("url")
    reader.add_argument("--clicks", type=int, default=500)
    told = reader.parse_args()
    logging.disable(logging.WARNING)
    database = Database.at(told.url)
    first = {view.name: view for view in views(database)}
    clicks = [click for own in clicks_of(database, 15) for click in own]
    database.close()
    print("server, MB:     ", " ".join(f"{mb:8.1f}" for mb in on_a_server(told.url, clicks, told.clicks)))
    held = in_this_process(told.url, list(first.values()), told.clicks)
    print("Python holds, MB:", " ".join(f"{mb:8.2f}" for mb in held))


if __name__ == "__main__":
    main()
