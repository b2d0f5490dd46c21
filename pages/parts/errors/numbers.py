"""Short numbers of errors, to be read out on the telephone."""

import secrets
from typing import Final

# No two of these look alike, and no two of the letters sound alike when spelled in Indonesian.
SIGNS: Final = "2345679FJKMRUWX"
_LENGTH: Final = 4


def new_number() -> str:
    """A number such as G-7K2M ("galat"); with the time of the error it is as good as unique."""
    return "G-" + "".join(secrets.choice(SIGNS) for _ in range(_LENGTH))
