"""How much may be uploaded in an hour, by one visit and by all, whoever they are."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_UPLOAD: Final = re.compile(r"/_stcore/upload_file/([^/]+)/")
_MEGABYTE: Final = 1024**2
HOUR: Final = 3600.0
# A rainy day of photos is about thirty of four megabytes; the server holds them until the visit ends.
MOST_OF_A_VISIT: Final = 300 * _MEGABYTE
MOST_FILES_OF_A_VISIT: Final = 200
MOST_OF_ALL: Final = 2048 * _MEGABYTE
_TOO_MANY: Final = 429
REFUSED: Final = (
    "Terlalu banyak berkas diunggah dalam satu jam. Yang sudah tersimpan tetap ada; tunggu sebentar, lalu "
    "unggah lagi."
)


@dataclass(slots=True)
class Uploads:
    """What was uploaded within the last hour: when, by which visit, how many bytes."""

    clock: Callable[[], float] = monotonic
    _came: deque[tuple[float, str, int]] = field(default_factory=deque)

    def allows(self, visit: str) -> bool:
        """Whether another file of this visit may come."""
        self._forget()
        own = [size for _, who, size in self._came if who == visit]
        in_all = sum(size for _, _, size in self._came)
        return len(own) < MOST_FILES_OF_A_VISIT and sum(own) < MOST_OF_A_VISIT and in_all < MOST_OF_ALL

    def came(self, visit: str, size: int) -> None:
        """Note a file of a visit."""
        self._came.append((self.clock(), visit, size))

    def _forget(self) -> None:
        while self._came and self._came[0][0] <= self.clock() - HOUR:
            self._came.popleft()


class UploadLimits:
    """Refuses what is uploaded beyond the limits, before any of it is read."""

    def __init__(self, app: ASGIApp, uploads: Uploads | None = None) -> None:
        self.app = app
        self.uploads = uploads or Uploads()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = _visit_of(scope)
        if visit is None:
            await self.app(scope, receive, send)
        elif not self.uploads.allows(visit):
            refusal = PlainTextResponse(REFUSED, _TOO_MANY, {"retry-after": "600"})
            await refusal(scope, receive, send)
        else:
            await self._counted(visit, scope, receive, send)

    async def _counted(self, visit: str, scope: Scope, receive: Receive, send: Send) -> None:
        size = 0

        async def counting() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            return message

        try:
            await self.app(scope, counting, send)
        finally:
            self.uploads.came(visit, size)


def _visit_of(scope: Scope) -> str | None:
    if scope["type"] != "http" or scope["method"] not in ("PUT", "POST"):
        return None
    found = _UPLOAD.search(scope["path"])
    return found[1] if found else None
