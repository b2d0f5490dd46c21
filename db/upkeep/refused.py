"""What keeps a store from being copied, for the administrator at the terminal."""

from collections.abc import Iterable

from db.refusals import Refused


class NotCopied(Refused):
    """The copy was not made, is not sound, or would have covered something; what was there stays."""


def not_the_same(what: str, found: Iterable[str]) -> NotCopied:
    """The refusal of a copy that holds something else than what was copied."""
    named = list(found)
    shown = ", ".join(named[:5]) + (f" dan {len(named) - 5} lainnya" if len(named) > 5 else "")
    return NotCopied(f"{what} tidak sama dengan aslinya ({shown}), jadi jangan dipakai.")
