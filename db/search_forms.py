"""Names as they are compared and searched for."""

import unicodedata


def search_form(text: str) -> str:
    """Reduce a name to what is compared: lower-case letters and digits, single spaces between."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())
