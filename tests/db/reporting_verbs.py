"""More verbs of the mentoring programme and who may call each, by hand from Perbup Blitar 3/2023."""

from collections.abc import Callable
from typing import Any

REPORTING_VERBS: dict[str, tuple[Callable[..., Any], set[str]]] = {}
