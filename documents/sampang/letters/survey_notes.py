"""The surveyors' notes on the five aspects side by side, and where the surveyors differ."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import listed, or_dots, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table
from domain.money import rupiah
from domain.sampang.origination.records import Aspect, SurveyFinding

_ASPECT: Final = 34.0
_SIDE_BY_SIDE: Final = 3
_OPINIONS: Final = {True: "baik", False: "tidak baik", None: "tidak dinilai"}
_SUPPORT: Final = {True: "mendukung", False: "tidak mendukung", None: "tidak dinilai"}


def opinion(good: bool | None) -> str:
    """A character judged, in a word or two."""
    return _OPINIONS[good]


def region_opinion(supports: bool | None) -> str:
    """What the surveyors agreed on about the surroundings, in a few words (VI.2.a.5)."""
    return "diserahkan kepada Tim Pokjanis" if supports is None else _SUPPORT[supports]


def notes_tables(sheet: OfficialPaper, findings: Sequence[SurveyFinding]) -> None:
    """The notes, at most three surveyors side by side and as even as may be."""
    groups = list(_groups(findings))
    for place, group in enumerate(groups, 1):
        part = f", bagian {place} dari {len(groups)}" if len(groups) > 1 else ""
        width = (WIDTH - _ASPECT) / len(group)
        names = [Column(f"{or_dots(one.surveyor)} ({one.element.label})", width) for one in group]
        rows = [*_aspects(group), *_others(group)]
        headed_table(
            sheet,
            f"Catatan menurut unsur penilaian{part}",
            (Column("Unsur penilaian", _ASPECT), *names),
            rows,
        )


def _groups(findings: Sequence[SurveyFinding]) -> Iterator[Sequence[SurveyFinding]]:
    if not findings:
        return
    count = -(-len(findings) // _SIDE_BY_SIDE)
    each, more = divmod(len(findings), count)
    first = 0
    for place in range(count):
        last = first + each + (place < more)
        yield findings[first:last]
        first = last


def _aspects(group: Sequence[SurveyFinding]) -> Iterator[tuple[str, ...]]:
    for aspect in Aspect:
        notes = (typed(one.notes.get(aspect, "")) or "tidak ada catatan" for one in group)
        yield (Strong(f"{aspect.label} ({aspect.place.short})"), *notes)


def _others(group: Sequence[SurveyFinding]) -> Iterator[tuple[str, ...]]:
    yield (Strong("Wilayah mendukung? (VI.2.a.5)"), *(_SUPPORT[one.region_supports] for one in group))
    if any(one.photos.strip() for one in group):
        yield (Strong("Foto disebut"), *(typed(one.photos) or "tidak ada" for one in group))


def where_they_differ(findings: Sequence[SurveyFinding]) -> Iterator[str]:
    """One line for each question on which the surveyors differ; one line where they do not."""
    told = [
        _counts("Karakter pemohon", [_OPINIONS[one.character_good] for one in findings]),
        _counts("Wilayah dan lingkungan", [_SUPPORT[one.region_supports] for one in findings]),
        _range("Usul jumlah", [one.amount for one in findings], rupiah),
        _range("Usul jangka waktu", [one.term_months for one in findings], lambda months: f"{months} bulan"),
    ]
    differences = [line for line in told if line]
    if differences:
        yield from differences
    elif not findings:
        yield "Tidak ada temuan surveyor yang dicatat."
    elif len(findings) == 1:
        yield "Hanya satu surveyor yang mencatat temuan."
    else:
        yield "Para surveyor tidak berbeda dalam penilaian karakter, wilayah, jumlah, dan jangka waktu."


def _counts(what: str, words: Sequence[str]) -> str:
    found = Counter(words)
    if len(found) < 2:
        return ""
    return f"{what} dinilai berbeda: {listed(f'{count} surveyor {word}' for word, count in found.items())}."


def _range(what: str, figures: Sequence[int | None], told: Callable[[int], str]) -> str:
    given = [figure for figure in figures if figure is not None]
    silent = len(figures) - len(given)
    if len(set(given)) < 2 and not (given and silent):
        return ""
    span = told(given[0]) if len(set(given)) < 2 else f"antara {told(min(given))} dan {told(max(given))}"
    tail = f"; {silent} surveyor tidak mengusulkan" if silent else ""
    return f"{what} berbeda: {span}{tail}."
