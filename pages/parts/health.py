"""Two addresses for whoever watches the server: whether the process lives, and whether it can serve."""

import asyncio
import logging
from threading import Lock
from time import monotonic
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.parts.store import store_stands_ready

_LOG: Final = logging.getLogger(__name__)
_SECONDS: Final = 1.0  # for which an answer of the database holds, however many ask
_LONGEST: Final = 5.0  # seconds until a database that says nothing is not ready
_NOT_KEPT: Final = {"cache-control": "no-store"}


class Readiness:
    """What the database answered last, and when."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked_at = float("-inf")
        self._answer: bool | None = None

    def ask(self) -> bool:
        """Whether the store can serve; one question at a time, and a change is a line in the log."""
        with self._lock:
            if self._answer is None or monotonic() - self._asked_at > _SECONDS:
                answer = store_stands_ready()
                if answer is not self._answer:
                    _LOG.log(
                        logging.INFO if answer else logging.WARNING,
                        "the store is ready" if answer else "the store is not ready",
                    )
                self._answer, self._asked_at = answer, monotonic()
            return self._answer


_readiness: Final = Readiness()


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("sehat\n", headers=_NOT_KEPT)


async def _ready(_request: Request) -> Response:
    # Strangers ask too: they learn no more than yes or no.
    try:
        is_ready = await asyncio.wait_for(asyncio.to_thread(_readiness.ask), _LONGEST)
    except TimeoutError:
        is_ready = False
    if is_ready:
        return PlainTextResponse("siap\n", headers=_NOT_KEPT)
    return PlainTextResponse("belum siap\n", status_code=503, headers=_NOT_KEPT)


ROUTES: Final = [Route("/sehat", _alive), Route("/siap", _ready)]
