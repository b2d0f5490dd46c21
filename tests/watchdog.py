"""Ends what a run of the tests started once the run itself is gone, also one that was killed outright.

Run as a program, it waits at a pipe whose other end only the run holds, and which closes with it.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

_ENDED_ITSELF = b"ended"
_ENDS_WITHIN = 5.0
_QUIET_LOOKS, _BETWEEN_LOOKS = 5, 0.2  # what was just being started may still start something


@contextmanager
def ends_with_this_run(folder: Path) -> Iterator[None]:
    """Let no process that names a folder of this run on its command line outlive the run.

    What is started within stops it at its own end; only when there was none, it is stopped for it, and
    the folder is removed.
    """
    watchdog = subprocess.Popen(
        [sys.executable, __file__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        watchdog.communicate(_ENDED_ITSELF)


def end_all_naming(folder: str) -> None:
    """End every process that names a folder on its command line, and those that it started."""
    looks_left = _QUIET_LOOKS
    while looks_left:
        found = list(_naming(folder))
        for process in found:
            _end(process)
        looks_left = _QUIET_LOOKS if found else looks_left - 1
        time.sleep(_BETWEEN_LOOKS)


def _naming(folder: str) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        try:
            if process.pid != psutil.Process().pid and folder in " ".join(process.cmdline()):
                yield process
        except psutil.Error:  # gone meanwhile, or somebody else's
            continue


def _end(process: psutil.Process) -> None:
    try:
        family = [process, *process.children(recursive=True)]
        process.terminate()
        _, left = psutil.wait_procs(family, timeout=_ENDS_WITHIN)
        for one in left:
            one.kill()
    except psutil.NoSuchProcess:
        return


if __name__ == "__main__" and sys.stdin.buffer.read() != _ENDED_ITSELF:
    end_all_naming(sys.argv[1])
    shutil.rmtree(sys.argv[1], ignore_errors=True)
