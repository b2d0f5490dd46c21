"""What each programme adds to the store, found by its key: a programme is a folder and one line."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.trail import Action, OfficeAction, OfficeSubject, Subject, SubjectKind
from domain.programme import Programme

if TYPE_CHECKING:
    from db.retention.touched import Records


@dataclass(frozen=True, slots=True)
class KeptAbout:
    """One thing that a programme keeps about a person: its name, what it says by label, and its place."""

    title: str
    lines: tuple[tuple[str, str], ...]
    subject: Subject


KeepsAbout = Callable[[Session, str], tuple[KeptAbout, ...]]
"""Finds everything that a programme keeps about a NIK."""


@dataclass(frozen=True, slots=True)
class Wing:
    """One programme's part of the store: the words of its trail, and what it keeps about a NIK.

    `known_as` gives the numbers and names by which people know things of a kind, `numbered` what has such
    a number, as kinds and their own numbers.
    """

    actions: type[Action]
    subjects: type[SubjectKind]
    known_as: Callable[[Session, SubjectKind, Collection[int]], Mapping[int, str]] = lambda *_: {}
    numbered: Callable[[Session, str], Sequence[tuple[str, int]]] = lambda *_: ()
    kept_about: KeepsAbout = lambda session, nik: ()
    records: "Callable[[], Sequence[Records]]" = lambda: ()

    def action(self, value: str) -> Action:
        """The action of a stored value; raises ValueError for one that neither wing nor office knows."""
        return next((each for each in self.actions if each == value), None) or OfficeAction(value)

    def subject(self, value: str) -> SubjectKind:
        """The kind of subject of a stored value; raises ValueError like `action`."""
        return next((each for each in self.subjects if each == value), None) or OfficeSubject(value)


def wing_of(programme: Programme) -> Wing:
    """The part of the store that stands in the programme's folder."""
    wing: Wing = import_module(f"db.{programme.key}.wing").WING
    return wing
