"""What the server does beside the script: guarding, packing, language, shapes, errors of parts, memory."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from domain.programmes import PROGRAMMES
from domain.version import VERSION
from pages.parts.errors.log import LINE, open_log
from pages.parts.errors.screen import said_in_place
from pages.parts.guarding.closed_addresses import ClosedAddresses
from pages.parts.guarding.hosts import KnownHosts, known_hosts
from pages.parts.guarding.open_files import raise_open_files
from pages.parts.guarding.policy import Policy, content_policy
from pages.parts.health import ROUTES as HEALTH
from pages.parts.installation import setting, sign_in_configured
from pages.parts.look import SCRIPTS
from pages.parts.map.served_shapes import HEADERS as HEADERS_OF_SHAPES
from pages.parts.map.served_shapes import PATH
from pages.parts.map.shapes import serve_shapes, shapes_file
from pages.parts.own_downloads import guard_downloads
from pages.parts.packed_assets import PackedAssets
from pages.parts.page_language import PageLanguage
from pages.parts.taken_files import note_every_file
from pages.parts.upload_limits import UploadLimits
from pages.parts.wings import wing_of

SECONDS_BETWEEN_COLLECTIONS = 30
_LOG = logging.getLogger(__name__)
_YES = "ya"


def prepared() -> dict[str, Any]:
    """The arguments of the application object."""
    # A folder named pages would otherwise open its files past the menu until the first visit.
    PagesManager.uses_pages_directory = False
    serve_shapes()
    guard_downloads()
    note_every_file()
    raise_open_files()
    return {
        "lifespan": _lifespan,
        "middleware": [
            Middleware(Policy, content_policy(_scripts()), always_over_tls=setting("BEHIND_TLS") == _YES),
            Middleware(KnownHosts, known_hosts()),
            Middleware(ClosedAddresses, shows_figures=setting("METRICS") == _YES),
            *_entry(),
            Middleware(UploadLimits),
            Middleware(PackedAssets),
            Middleware(PageLanguage),
        ],
        "routes": [Route(PATH, _shapes), *HEALTH],
        "on_script_error": said_in_place,
    }


def _entry() -> list[Middleware]:
    if not sign_in_configured():
        return []
    from pages.parts.entry.signed_in_files import SignedInFiles
    from pages.parts.entry.wanted_page import WantedPage

    return [
        Middleware(SignedInFiles),
        Middleware(WantedPage, always_over_tls=setting("BEHIND_TLS") == _YES),
    ]


def _scripts() -> list[str]:
    return [*SCRIPTS, *(script for one in PROGRAMMES for script in wing_of(one).scripts)]


def _shapes(request: Request) -> Response:
    told = request.path_params
    regency = next((one.regency for one in PROGRAMMES if one.regency.code == told["regency"]), None)
    file = None if regency is None else shapes_file(regency, told["version"])
    if file is None or file.fingerprint != told["fingerprint"]:
        return Response(status_code=404)
    return Response(file.packed, media_type="application/geo+json", headers=HEADERS_OF_SHAPES)


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    open_log()
    _LOG.info("the server starts", extra={LINE: {"version": VERSION}})
    gc.freeze()
    collecting = asyncio.create_task(_collect())
    try:
        yield {}
    finally:
        _LOG.info("the server stops")
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await collecting


async def _collect() -> None:
    # Takes the place of the collection after every click, which costs 80 ms (runner.postScriptGC).
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        await asyncio.to_thread(gc.collect)
