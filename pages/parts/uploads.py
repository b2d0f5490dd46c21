"""How large a file may be, and its name as it can be shown and kept."""

from typing import Final
from unicodedata import category

from pages.parts.text import shortened

LARGEST_FORM: Final = 5  # megabytes: forms, lists, texts, boundaries; the server lets more through for photos
_UNSEEN: Final = ("Cc", "Cf", "Cs")  # a NUL, half a pair, or what turns the words round


def name_of(file_name: str, longest: int = 100) -> str:
    """The name of a file as its owner sent it, without what no screen shows and no store keeps."""
    words = " ".join(file_name.split())
    seen = "".join(one for one in words if category(one) not in _UNSEEN)
    return shortened(seen, longest) or "tanpa nama"
