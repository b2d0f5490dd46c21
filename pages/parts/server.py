"""What the server does beside the script: headers, packing, language, shapes, errors of parts, memory."""

import asyncio
import gc
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from domain.programmes import PROGRAMMES
from pages.parts.errors.screen import said_in_place
from pages.parts.map.served_shapes import HEADERS as HEADERS_OF_SHAPES
from pages.parts.map.served_shapes import PATH
from pages.parts.map.shapes import serve_shapes, shapes_file
from pages.parts.own_downloads import guard_downloads
from pages.parts.packed_assets import PackedAssets
from pages.parts.page_language import PageLanguage
from pages.parts.upload_limits import UploadLimits

SECONDS_BETWEEN_COLLECTIONS = 30
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"same-origin"),
)
# Papers, lists and pictures of people: no browser and no proxy keeps a copy.
_NOT_KEPT = re.compile(r"/media/")


def prepared() -> dict[str, Any]:
    """The arguments of the application object."""
    # A folder named pages would otherwise open its files past the menu until the first visit.
    PagesManager.uses_pages_directory = False
    serve_shapes()
    guard_downloads()
    return {
        "lifespan": _lifespan,
        "middleware": [
            Middleware(Headers),
            Middleware(UploadLimits),
            Middleware(PackedAssets),
            Middleware(PageLanguage),
        ],
        "routes": [Route(PATH, _shapes)],
        "on_script_error": said_in_place,
    }


def _shapes(request: Request) -> Response:
    told = request.path_params
    regency = next((one.regency for one in PROGRAMMES if one.regency.code == told["regency"]), None)
    file = None if regency is None else shapes_file(regency, told["version"])
    if file is None or file.fingerprint != told["fingerprint"]:
        return Response(status_code=404)
    return Response(file.packed, media_type="application/geo+json", headers=HEADERS_OF_SHAPES)


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    gc.freeze()
    collecting = asyncio.create_task(_collect())
    try:
        yield {}
    finally:
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await collecting


async def _collect() -> None:
    # Takes the place of the collection after every click, which costs 80 ms (runner.postScriptGC).
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)


class Headers:
    """Adds the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *HEADERS]
                if _NOT_KEPT.search(scope["path"]):
                    MutableHeaders(scope=message)["cache-control"] = "no-store"
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
