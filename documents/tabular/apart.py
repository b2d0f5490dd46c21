"""An uploaded file is read in a process of its own, which gets so much time and memory and no more.

What a file costs to read cannot be told from its size: a workbook of 60 KB can ask for gigabytes. The
process knows neither the database nor the secrets of the installation; it is given the bytes and tells the
lines.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final, TypeVar

from documents.tabular.container import TOO_HEAVY, Unreadable

Read = TypeVar("Read")
MOST_MEMORY: Final = 1_536 * 1024**2  # bytes of addresses; 100,000 rows of a bank take a third of it
MOST_SECONDS: Final = 60  # of one processor
_MOST_WAITING: Final = 120  # seconds, on a busy machine
_AT_ONCE: Final = BoundedSemaphore(2)
_ROOT: Final = Path(__file__).parents[2]
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT")


def read_apart(read: Callable[..., Read], data: bytes, *told: object, seconds: int = MOST_SECONDS) -> Read:
    """What a reader makes of a file; `read` and what it is told must be known by name to another process.

    Raises Unreadable with the reader's sentence, and for a file that takes too much time or memory.
    """
    with _AT_ONCE:
        answer = _answer(pickle.dumps((read, data, told)), seconds)
    if answer is None:
        raise Unreadable(TOO_HEAVY)
    refusal, found = answer
    if refusal:
        raise Unreadable(refusal)
    result: Read = found
    return result


def _answer(asked: bytes, seconds: int) -> tuple[str, Any] | None:
    """What the process answers: a refusal or what it read; None where it had to be stopped."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = kept | {"PYTHONPATH": str(_ROOT), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "documents.tabular.apart", str(seconds)]
    try:
        ended = subprocess.run(
            command,
            input=asked,
            capture_output=True,
            cwd=_ROOT,
            env=environment,
            timeout=seconds + _MOST_WAITING,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode:
        return None
    answer: tuple[str, Any] = pickle.loads(ended.stdout)
    return answer


def main(seconds: int) -> None:
    """Read what stands on the standard input, within limits, and tell it on the standard output."""
    _limit(seconds)
    read, data, told = pickle.loads(sys.stdin.buffer.read())
    try:
        answer = ("", read(data, *told))
    except Unreadable as refusal:
        answer = (refusal.sentence, None)
    sys.stdout.buffer.write(pickle.dumps(answer))


def _limit(seconds: int) -> None:
    """Take no more than this; a system that knows no such limits leaves it to the clock."""
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_AS: (MOST_MEMORY, MOST_MEMORY),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_CORE: (0, 0),
    }
    for limit, both in wanted.items():
        # A lower limit of the machine stays; macOS knows some of these and refuses to set them.
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, both)


if __name__ == "__main__":
    main(int(sys.argv[1]))
