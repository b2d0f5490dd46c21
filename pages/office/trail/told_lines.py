"""Lines of the trail as a table tells them, with what changed from what to what."""

from collections.abc import Mapping, Sequence

from db.audit import AuditEntry
from db.trail import SubjectKind
from domain.dates import indonesian_moment
from pages.parts.told_in_words import TrailWords, changes_told

_MOST = 12
Known = Mapping[tuple[SubjectKind, int], str]


def told_lines(lines: Sequence[AuditEntry], known: Known, words: TrailWords) -> list[dict[str, str]]:
    """A row of the table for each line."""
    return [
        {
            "Waktu": indonesian_moment(one.at),
            "Siapa": one.person_name,
            "Perbuatan": one.action.label,
            "Tentang": about(one, known),
            "Yang dicatat": told_changes(one, words),
        }
        for one in lines
    ]


def about(one: AuditEntry, known: Known) -> str:
    """What a line is about, by the number or name that people know, else by its own number."""
    told = known.get((one.subject.kind, one.subject.id))
    return f"{one.subject.kind.label} {told or f'nomor {one.subject.id}'}"


def told_changes(one: AuditEntry, words: TrailWords) -> str:
    """What a line recorded, the first of it; all of it is shown where the line is opened."""
    told = changes_told(words, one.subject.kind, one.before, one.after)
    more = f"; dan {len(told) - _MOST} lagi" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more
