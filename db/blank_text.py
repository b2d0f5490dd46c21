"""What is blank in SQL as it is in Python, whose `strip` knows more blanks than the space."""

import sys
from typing import Any, Final

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import InstrumentedAttribute

BLANKS: Final = "".join(filter(str.isspace, map(chr, range(sys.maxunicode + 1))))


def stripped(told: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """A text without the blanks around it, as Python's `strip` gives it."""
    return func.trim(told, BLANKS)
