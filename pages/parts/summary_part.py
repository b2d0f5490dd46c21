"""A programme's part of the summary for the leadership."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.due_decisions import Decision
from domain.headline import Headline, Story, WaitsFor
from domain.regions.printed_map import PrintedMap


def phone_line(phone: str) -> str:
    """The telephone as a line of a letterhead; blank where the office has set none."""
    return f"Telepon {phone.strip()}" if phone.strip() else ""


def _nothing() -> None:
    pass


def _no_map() -> PrintedMap | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart:
    """A programme on a day: its title, what needs a decision, its numbers, what waits, a story if any.

    `links` are addresses of its screens with their labels, shown to
    whoever may open them; `charts` draws what stands under the numbers, and each of `deeper` one of the tabs
    below, of which only the open one is drawn. The first six numbers are those looked at first. The paper has
    `letterhead` (government, agency, then what stands under them), the logo of `logo_key` and `printed_map`.
    """

    title: str
    headlines: tuple[Headline, ...]
    waits: tuple[WaitsFor, ...]
    decisions: tuple[Decision, ...] = ()
    story: Story | None = None
    links: tuple[tuple[str, str], ...] = ()
    letterhead: tuple[str, ...] = ()
    logo_key: str = ""
    printed_map: Callable[[], PrintedMap | None] = _no_map
    charts: Callable[[], None] = _nothing
    deeper: tuple[tuple[str, Callable[[], None]], ...] = ()
