"""How large a file may be: what is no photo is small, whatever the server lets through."""

from typing import Final

LARGEST_FORM: Final = 5  # megabytes: forms, lists, texts, boundaries
