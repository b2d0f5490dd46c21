"""What the store of Blitar adds to the house: the words of its trail, and what it keeps about a NIK."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy.orm import Session

from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.trail_numbers import known_as, numbered
from db.wings import KeptAbout, Wing

if TYPE_CHECKING:
    from db.retention.touched import Records


def _kept_about(session: Session, nik: str) -> tuple[KeptAbout, ...]:
    from db.blitar.kept_about import kept_about  # asked seldom

    return kept_about(session, nik)


def _records() -> "Sequence[Records]":
    from db.blitar.retention.records import RECORDS  # asked once a year

    return RECORDS


WING: Final = Wing(
    actions=BlitarAction,
    subjects=BlitarSubject,
    known_as=known_as,
    numbered=numbered,
    kept_about=_kept_about,
    records=_records,
)
