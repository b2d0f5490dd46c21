"""The shapes of a map as a file of the server: a browser asks for it once, and a click sends none."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

_FOLDER: Final = "batas"
PATH: Final = f"/{_FOLDER}/{{regency}}/{{version:int}}/{{fingerprint}}.json"
HEADERS: Final = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
}


@dataclass(frozen=True, eq=False)
class ShapesFile:
    """The shapes of a version of a regency's boundaries; its address changes whenever they do."""

    regency: str
    version: int
    shapes: Mapping[str, Any]

    @cached_property
    def packed(self) -> bytes:
        """The shapes as GeoJSON, compressed."""
        return gzip.compress(json.dumps(self.shapes, separators=(",", ":")).encode(), mtime=0)

    @cached_property
    def fingerprint(self) -> str:
        """What tells these shapes from all others."""
        return hashlib.sha256(self.packed).hexdigest()[:16]

    @property
    def address(self) -> str:
        """Where the browser finds them, seen from a screen."""
        return f"{_FOLDER}/{self.regency}/{self.version}/{self.fingerprint}.json"
