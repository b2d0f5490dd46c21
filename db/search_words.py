"""What people type to find something, and how it is compared: one treatment for every list and look-alike."""

from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, or_
from sqlalchemy.orm import InstrumentedAttribute

from domain.same_letters import same_form

Column = InstrumentedAttribute[Any]

_NIK_LENGTH: Final = 16


def search_form(text: str) -> str:
    """Reduce a name to what is stored beside it and compared; look-alike letters are the same."""
    return same_form(text)


def every_word(column: Column, text: str) -> ColumnElement[bool]:
    """Whether a name in its search form has every word of a text, whole or in part, in any order.

    What stands between blanks is one word, so "sumber-rejeki" is looked for as it stands. A text without
    a letter or a digit finds nothing.
    """
    words = [word for typed in text.split() if (word := search_form(typed))]
    return and_(*(column.contains(word, autoescape=True) for word in words)) if words else false()


def found_by(
    text: str, *, number: Column, name: Column, nik: Column | None = None
) -> ColumnElement[bool] | None:
    """The condition of a search field: a part of the number, or every word of the name; None when blank.

    With `nik` a whole NIK finds too: only a whole one, since parts would let one guess the rest, and only
    for who may see it, which the caller asks.
    """
    typed = text.strip()
    if not typed:
        return None
    conditions = [number.contains(typed.upper(), autoescape=True), every_word(name, typed)]
    if nik is not None and is_whole_nik(typed):
        conditions.append(nik == "".join(typed.split()))
    return or_(*conditions)


def is_whole_nik(text: str) -> bool:
    """Whether a text is as long as a NIK, which is looked for as a whole alone."""
    return len("".join(text.split())) == _NIK_LENGTH


def same_name_nearby(
    name: Column, district: Column, search_name: str, district_code: str | None
) -> ColumnElement[bool] | None:
    """Whether something bears the same name in the same kecamatan; None while one of the two is unknown."""
    if not (search_name and district_code):
        return None
    return and_(name == search_name, district == district_code)
