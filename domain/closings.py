"""How a proposal ends without being approved: returned with a reason, or taken back by who proposed it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from domain.labelled import Labelled
from domain.typed import Prose


class Closing(Labelled):
    """In which of the two ways; the value is stable, the label is for people."""

    RETURNED = "returned", "Dikembalikan"
    WITHDRAWN = "withdrawn", "Ditarik"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingReason:
    """Why something is returned or taken back, in a sentence or two for who reads it next."""

    reason: Annotated[str, Prose("Alasan", longest=1_000)]


@dataclass(frozen=True, slots=True)
class Closed:
    """The end of a proposal: how, why, by whom and when."""

    how: Closing
    reason: str
    by: str
    at: datetime
