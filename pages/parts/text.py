"""Text from people, shown as text: never as Markdown or HTML."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What acts within a line; a full stop or a hyphen there is only itself.
_ACTING = re.compile(r"([#*<>\[\\\]_`$&~:|])")
# What Markdown turns into a link by itself, escaped or not, and the sign that joins words unseen.
_LINK_STARTS = re.compile(r"(https?:(?=//)|www(?=\.)|@)", re.IGNORECASE)
_JOINER = "\u2060"
_LONGEST_NUMBER = 9  # beyond it the store could not even look for it


def plain(text: str) -> str:
    """The text with everything escaped that Markdown would read as a sign."""
    return _PUNCTUATION.sub(r"\\\1", _without_links(text))


def plain_label(text: str) -> str:
    """The text for the middle of a label, with few escapes, because a screen reader says them too."""
    return _ACTING.sub(r"\\\1", _without_links(text))


def _without_links(text: str) -> str:
    return _LINK_STARTS.sub(rf"\1{_JOINER}", " ".join(text.split()))


def shortened(text: str, longest: int = 80) -> str:
    """The text cut to a length, with an ellipsis where it was longer."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1].rstrip() + "…"


def number_in_address(told: str) -> int | None:
    """The number of something that stands in an address, or None when it cannot be one."""
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= _LONGEST_NUMBER else None
