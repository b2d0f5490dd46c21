"""What waits to be done for one binaan, the most pressing first; each with the sentence that says why."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.blitar.caseload.card import ClientCard
from domain.blitar.instruments import at
from domain.blitar.office_setting import OfficeSetting, office_setting
from domain.blitar.parameters import DAYS_WITHOUT_VISIT
from domain.blitar.words import verdict_in_sentence
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce


class Remedy(Labelled):
    """What mends it; the label is the button's."""

    VISIT = "visit", "Catat kunjungan"
    FOLLOW_UPS = "follow_ups", "Lihat tindak lanjut"
    BASELINE = "baseline", "Isi data awal"
    DATA = "data", "Lihat pemeriksaan"
    CHANGE = "change", "Lengkapi data"
    NOTICE = "notice", "Catat pemberitahuan"
    CARE = "care", "Beri Pendamping"
    DECIDE = "decide", "Buka usulan"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that waits, why, and what mends it."""

    remedy: Remedy
    sentence: str


def to_do(card: ClientCard, law: LawInForce) -> tuple[ToDo, ...]:
    """What waits on the day of the card; nothing once the mentoring has ended."""
    return tuple(_waiting(card, law)) if card.is_open else ()


def _waiting(card: ClientCard, law: LawInForce) -> Iterator[ToDo]:
    if card.mentor_id is None:
        yield ToDo(Remedy.CARE, f"Belum ada Pendamping yang mendampingi binaan ini ({at('11(2)').place}).")
    yield from _visit(card, office_setting(law, DAYS_WITHOUT_VISIT))
    yield from _follow_ups(card)
    if card.waiting is not None:
        since = indonesian_date(card.waiting.proposed_on)
        yield ToDo(Remedy.DECIDE, f"Usul naik kelas sejak {since} menunggu keputusan Kepala Dinas.")
    yield from _target(card)
    yield from _baseline(card)
    if card.client.consent.notice_on is None:
        told = "Belum tercatat bahwa binaan diberi tahu untuk apa datanya dipakai."
        yield ToDo(Remedy.NOTICE, told)


def _visit(card: ClientCard, most: OfficeSetting) -> Iterator[ToDo]:
    setting = f"Batasnya {most.told}."
    if card.last_visit_on is None:
        waited = (card.day - card.since).days
        if waited > most.value:
            told = f"Belum pernah dikunjungi sejak didampingi {indonesian_date(card.since)} ({waited} hari)."
            yield ToDo(Remedy.VISIT, f"{told} {setting}")
        else:
            yield ToDo(Remedy.VISIT, "Belum pernah dikunjungi. Kunjungan pertama mengenali masalahnya.")
    elif (waited := (card.day - card.last_visit_on).days) > most.value:
        told = f"Terakhir dikunjungi {indonesian_date(card.last_visit_on)}, {waited} hari yang lalu."
        yield ToDo(Remedy.VISIT, f"{told} {setting}")


def _follow_ups(card: ClientCard) -> Iterator[ToDo]:
    overdue = [one for one in card.follow_ups if one.is_overdue(card.day)]
    still = len(card.follow_ups) - len(overdue)
    if overdue:
        first = min(one.due_on for one in overdue)
        told = f"{len(overdue)} tindak lanjut lewat batas, yang terlama sejak {indonesian_date(first)}."
        yield ToDo(Remedy.FOLLOW_UPS, told)
    elif still:
        next_on = min(one.due_on for one in card.follow_ups)
        told = f"{still} tindak lanjut belum selesai, batas terdekat {indonesian_date(next_on)}."
        yield ToDo(Remedy.FOLLOW_UPS, told)


def _target(card: ClientCard) -> Iterator[ToDo]:
    found = card.found.assessment
    if found.verdict is Verdict.QUALIFIES:
        return
    words = verdict_in_sentence(found.kind, found.verdict)
    if found.verdict is Verdict.DEPENDS_ON_READING:
        words = f"{words}, menurut bacaan kantor {verdict_in_sentence(found.kind, found.verdict_in_use)}"
    told = f"Pemeriksaan sasaran ({at('3').place}): {words}."
    can_be_asked = any(not fact.is_judgement for fact, _ in found.missing)
    yield ToDo(Remedy.CHANGE if can_be_asked else Remedy.DATA, told)


def _baseline(card: ClientCard) -> Iterator[ToDo]:
    lacking, known = len(card.without_baseline), sum(len(step.rungs) for step in card.ladder)
    if not lacking:
        return
    how_many = "Data awal belum diisi" if lacking == known else f"Data awal {lacking} indikator belum diisi"
    yield ToDo(Remedy.BASELINE, f"{how_many}, jadi kemajuannya belum dapat dilihat ({at('2(2)').place}).")
