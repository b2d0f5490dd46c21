"""A programme's part of the summary for the leadership."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.headline import Headline, Story, WaitsFor


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart:
    """A programme on a day: its title, numbers, what waits for whom, and a story when there is one.

    `links` are addresses of its screens with their labels, shown to whoever may open them; `charts` draws
    what stands above the waits and `after` what stands under them.
    """

    title: str
    headlines: tuple[Headline, ...]
    waits: tuple[WaitsFor, ...]
    story: Story | None = None
    links: tuple[tuple[str, str], ...] = ()
    charts: Callable[[], None] = _nothing
    after: Callable[[], None] = _nothing
