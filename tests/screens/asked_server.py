"""Asks a Starlette application for an address, without a network between."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.applications import Starlette


class AskedServer:
    """A server made of routes and middleware."""

    def __init__(self, routes, middleware=()):
        self._app = Starlette(routes=routes, middleware=[*middleware])

    def get(self, path, headers=None, **told):
        """The status of the answer, its headers, and its body."""
        return self.ask("GET", path, headers, **told)

    def ask(self, method, path, headers=None, body=b"", scheme="http", client=None):
        """The same for another method, with what is sent along, how, and by whom."""
        told = []

        async def receive():
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message):
            told.append(message)

        asked = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": asked}
        scope |= {"scheme": scheme, "client": client}
        # In a thread of its own: browser tests of the same worker leave their loop running in this one.
        with ThreadPoolExecutor(1) as aside:
            aside.submit(asyncio.run, self._app(scope, receive, send)).result()
        start, *rest = told
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        return start["status"], headers, b"".join(part.get("body", b"") for part in rest)
