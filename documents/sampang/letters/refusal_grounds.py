"""The provisions that a refusal rests on, each with its plain reason and what would change it."""

from collections.abc import Iterator, Sequence
from typing import Final

from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import typed, within
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table
from domain.money import rupiah
from domain.regulation.assessment import Finding
from domain.regulation.truth import MET, NOT_MET
from domain.regulation.wording import tell
from domain.sampang.eligibility import Eligibility
from domain.sampang.next_steps import beyond, full_stop, sentence, ways_of
from domain.sampang.origination.records import Aspect, Decision

_COLUMNS: Final = (
    Column("Tempat", 20),
    Column("Ketentuan", 46),
    Column("Mengapa belum terpenuhi", 58),
    Column("Apa yang dapat mengubahnya", WIDTH - 124),
)
_WAYS: Final = (Column("Pilih salah satu", WIDTH - 24), Column("Ketentuan", 24))
_BY_THE_TEAM: Final = "Menurut penilaian Tim Pokjanis; alasannya disebut di atas."
_BELOW: Final = "Pilih salah satu cara di bawah tabel ini."
_NOT_NAMED: Final = "(Menurut pemeriksaan berkas; tidak disebut dalam keputusan rapat.)"
_ASPECTS: Final = {aspect.place.short: aspect for aspect in Aspect}
_JUDGED_AGAIN: Final = (
    "Perbaiki yang disebut alasan rapat, lalu ajukan lagi: survei dan penilaiannya dilakukan baru (VI.2.a)."
)
_ASK: Final = "Tanyakan kepada petugas Dinas apa yang perlu diperbaiki."


def grounds_table(sheet: OfficialPaper, found: Eligibility, decision: Decision) -> None:
    """What the decision names and is not met or open, then whatever else is not met.

    A provision that is met at the amount that was asked is told as the team's own consideration, never
    as one that the applicant lacks.
    """
    met = [place for place in decision.provisions if _is_met(found, place)]
    rows = _rows(found, decision, [place for place in decision.provisions if place not in met])
    if rows:
        headed_table(sheet, "Ketentuan yang belum terpenuhi", _COLUMNS, rows)
        sheet.ln(2.5)
    if met:
        also = " juga" if rows else ""
        _considered(sheet, found, f"Penolakan ini{also} menyebut", met)
    elif not rows:
        sheet.prose("Rapat tidak mencatat ketentuan tertentu; yang menentukan adalah alasan di atas.")


def _rows(found: Eligibility, decision: Decision, places: Sequence[str]) -> list[tuple[str, ...]]:
    named = [finding for place in places for finding in _lacking(found, place)]
    unknown = [place for place in dict.fromkeys(places) if not _at(found, place)]
    others = [one for one in _not_met(found) if one not in named]
    rows = [_row(found, one) for one in dict.fromkeys(named)]
    rows += [_judged(place) for place in unknown]
    rows += [_row(found, one, _NOT_NAMED if decision.provisions else "") for one in others]
    return list(_once(rows))


def _once(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows, where a reason that stood before is not told again but points to its place."""
    told: dict[str, str] = {}
    for place, what, why, change in rows:
        first = told.setdefault(why, place)
        is_new = first is place or why == _BY_THE_TEAM
        yield (place, what, why if is_new else f"Sama seperti {first}.", change)


def _judged(place: str) -> tuple[str, ...]:
    """A place of the decision that no rule has: one of the five judgements in its words (VI.2.a)."""
    aspect = _ASPECTS.get(place.strip())
    if aspect is None:
        return (Strong(typed(place)), "disebut dalam keputusan", _BY_THE_TEAM, _ASK)
    return (Strong(typed(place)), f"Penilaian: {within(aspect.label)}", _BY_THE_TEAM, _JUDGED_AGAIN)


def _considered(sheet: OfficialPaper, found: Eligibility, names: str, places: Sequence[str]) -> None:
    sheet.heading("Pertimbangan Pokjanis", room=16)
    named = "; ".join(f"{typed(place)} ({_in_words(found, place)})" for place in dict.fromkeys(places))
    sheet.prose(
        f"{names} {named}. Menurut pemeriksaan berkas, ketentuan itu terpenuhi pada jumlah "
        "yang Saudara ajukan; yang menentukan adalah pertimbangan Pokjanis, yaitu alasan rapat di atas."
    )


def _in_words(found: Eligibility, place: str) -> str:
    if aspect := _ASPECTS.get(place.strip()):
        return within(aspect.label)
    return "; ".join(dict.fromkeys(within(one.rule.title) for one in _at(found, place)))


def _at(found: Eligibility, place: str) -> list[Finding]:
    """The findings of a place that decide."""
    return [
        one
        for one in found.assessment.findings
        if one.decides and place.strip() in (one.rule.place, one.rule.id)
    ]


def _is_met(found: Eligibility, place: str) -> bool:
    there = _at(found, place)
    return bool(there) and all(one.truth is MET for one in there)


def _lacking(found: Eligibility, place: str) -> list[Finding]:
    """The findings of a place that are not met; where there are none, those that are still open."""
    there = [one for one in _at(found, place) if one.truth is not MET]
    return [one for one in there if one.truth is NOT_MET] or there


def _not_met(found: Eligibility) -> list[Finding]:
    return [one for one in found.assessment.findings if one.decides and one.truth is NOT_MET]


def _row(found: Eligibility, finding: Finding, remark: str = "") -> tuple[str, ...]:
    return (
        Strong(finding.rule.place),
        finding.rule.title,
        "\n".join((*_why(finding), *filter(None, (remark,)))),
        "\n".join(_changes(found, finding)),
    )


def _why(finding: Finding) -> Iterator[str]:
    if finding.truth is not NOT_MET:
        yield _BY_THE_TEAM
        return
    for told in dict.fromkeys(tell(reason, finding.case) for reason in finding.reasons):
        yield full_stop(sentence(typed(told)))


def _changes(found: Eligibility, finding: Finding) -> Iterator[str]:
    limits = {figure.limit.citations[0].short for figure in found.most.limits}
    if found.routes and finding.truth is NOT_MET and finding.rule.place in limits:
        yield _BELOW
        return
    shortest = ways_of(found, finding)
    if finding.truth is not NOT_MET and finding.rule.place in _ASPECTS:
        yield _JUDGED_AGAIN
        return
    for before, way in zip(("", "atau "), shortest, strict=False):
        yield full_stop(sentence(f"{before}{way}"))
    if not shortest:
        yield _ASK


def ways_to_the_amount(sheet: OfficialPaper, found: Eligibility) -> None:
    """The ways to reach the amount that was asked, where it was out of reach."""
    if not found.routes:
        return
    rows = [
        (full_stop(sentence(typed(route.sentence))), ", ".join(place.short for place in route.citations))
        for route in found.routes
    ]
    asked = found.application.amount or 0
    reached = [route.reaches >= asked for route in found.routes]
    title = f"Agar {rupiah(asked)} terjangkau" if any(reached) else beyond(asked)
    lower = "" if all(reached) or not any(reached) else ", atau pinjaman yang lebih kecil"
    headed_table(sheet, f"{title}{lower}", _WAYS, rows)
    sheet.ln(2.5)
