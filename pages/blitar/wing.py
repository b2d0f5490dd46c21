"""What Blitar adds to the screens; whatever is heavy is loaded when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from domain.blitar.roles import BlitarPermission, BlitarRole
from domain.due_decisions import Decision
from domain.roles import OfficeRole, Person
from pages.blitar.screen_tabs import ReportsTab, VisitsTab, link_to
from pages.blitar.screens import CLIENTS, COVERAGE, MENTORS, PAPER_CHECK, REPORTS, SELECTION, VISITS
from pages.blitar.tour import STOPS
from pages.parts.books import Book
from pages.parts.deciding import Way
from pages.parts.impact_parts import StillOpen
from pages.parts.policy_part import PolicyPart
from pages.parts.summary_part import SummaryPart
from pages.parts.told_in_words import TrailWords
from pages.parts.wings import Job, MenuScreen, Wing


def _waiting(person: Person) -> Sequence[Callable[[Person], None]]:
    from pages.blitar.home.mentoring_work import cards_for

    return cards_for(person)


def _front(person: Person) -> bool:
    from pages.blitar.home.field_home import show_field_home

    return BlitarRole.MENTOR in person.roles and show_field_home(person)


def _decisions(person: Person, day: date) -> Sequence[Decision]:
    from pages.blitar.deciding_ways import decisions_read

    return decisions_read(person, day)


def _way_to(person: Person, decision: Decision) -> Way | None:
    from pages.blitar.deciding_ways import way_to

    return way_to(person, decision)


def _summary(person: Person, day: date) -> SummaryPart:
    from pages.blitar.summary.mentoring_summary import mentoring_summary

    return mentoring_summary(person, day)


def _still_open(person: Person) -> Sequence[StillOpen]:
    from pages.blitar.impact import still_open

    return still_open(person)


def _trail() -> TrailWords:
    from pages.blitar.trail_words import WORDS

    return WORDS


def _form_ended(person: Person, form: str) -> bool:
    from pages.blitar.ended_forms import form_ended

    return form_ended(person, form)


def _book() -> Book:
    from pages.blitar.law_book import BOOK

    return BOOK


def _policy(person: Person) -> PolicyPart:
    from pages.blitar.policy.part import policy_part

    return policy_part(person)


_MAY = BlitarPermission
WING: Final = Wing(
    title="Pendampingan",
    screens=(
        MenuScreen(CLIENTS, "Binaan", "binaan", ":material/diversity_3:", _MAY.READ_CLIENTS),
        MenuScreen(VISITS, "Kunjungan", "kunjungan", ":material/hiking:", _MAY.RECORD_VISITS),
        MenuScreen(COVERAGE, "Cakupan", "cakupan", ":material/map:", _MAY.READ_COVERAGE),
        MenuScreen(SELECTION, "Seleksi", "seleksi", ":material/how_to_reg:", _MAY.READ_SELECTION),
        MenuScreen(MENTORS, "Pendamping", "pendamping", ":material/groups:", _MAY.READ_STAFF),
        MenuScreen(REPORTS, "Laporan", "laporan", ":material/summarize:", _MAY.READ_REPORTS),
        MenuScreen(
            PAPER_CHECK,
            "Periksa surat Blitar",
            "periksa-surat-blitar",
            ":material/verified:",
            _MAY.VERIFY_MENTORING_PAPERS,
            is_of_office=True,
        ),
    ),
    intro=(
        "Mendampingi koperasi dan usaha mikro Blitar: kunjungan, perkembangan, laporan bulanan, dan "
        "22 kecamatan yang tetap terlayani."
    ),
    people="Pendampingan Blitar",
    can_do={
        BlitarRole.FACILITATOR: "Memverifikasi kunjungan, menyusun laporan, menjalankan seleksi, dan membagi "
        "wilayah.",
        BlitarRole.MENTOR: "Mencatat kunjungan binaan, melihat perkembangannya, dan mengisi jadwal kerja.",
        BlitarRole.AGENCY_HEAD: "Menetapkan Pendamping, rekomendasi, dan naik kelas; membaca laporan dan "
        "ringkasan.",
        OfficeRole.LEADERSHIP: "Membaca cakupan 22 kecamatan Blitar.",
    },
    summary=_summary,
    book=_book,
    policy=_policy,
    jobs=(
        Job(
            VISITS,
            "**Catat kunjungan**",
            ":material/edit_location_alt:",
            _MAY.RECORD_VISITS,
            link_to(VisitsTab.RECORD),
        ),
        Job(CLIENTS, "Binaan", ":material/diversity_3:", _MAY.READ_CLIENTS),
        Job(
            REPORTS,
            "Ringkasan Senin",
            ":material/today:",
            _MAY.VERIFY_VISITS,
            link_to(ReportsTab.MONDAY),
        ),
        Job(REPORTS, "Laporan", ":material/summarize:", _MAY.READ_REPORTS),
    ),
    front=_front,
    waiting=_waiting,
    decisions=_decisions,
    way_to=_way_to,
    still_open=_still_open,
    stops=STOPS,
    trail=_trail,
    form_ended=_form_ended,
)
