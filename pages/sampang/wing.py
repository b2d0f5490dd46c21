"""What Sampang adds to the screens; whatever is heavy is loaded when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from domain.due_decisions import Decision
from domain.roles import OfficeRole, Person
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.books import Book
from pages.parts.deciding import Way
from pages.parts.impact_parts import StillOpen
from pages.parts.policy_part import PolicyPart
from pages.parts.summary_part import SummaryPart
from pages.parts.told_in_words import TrailWords
from pages.parts.wings import Job, MenuScreen, Wing
from pages.sampang.calculator.one_step import ONE_STEP
from pages.sampang.screens import (
    CALCULATOR,
    COLLECTION,
    DISTRICT_MAP,
    ELIGIBILITY,
    FUND,
    INTAKE,
    LOANS,
    MEETINGS,
    MONTH_REPORTS,
    PAPER_CHECK,
)
from pages.sampang.tour import STOPS


def _waiting(person: Person) -> Sequence[Callable[[Person], None]]:
    from pages.sampang.home.file_work import cards_for

    return cards_for(person)


def _below(person: Person) -> None:
    from pages.sampang.home.applications_now import show_applications

    show_applications(person)


def _decisions(person: Person, day: date) -> Sequence[Decision]:
    from pages.sampang.deciding_ways import decisions_read

    return decisions_read(person, day)


def _way_to(person: Person, decision: Decision) -> Way | None:
    from pages.sampang.deciding_ways import way_to

    return way_to(person, decision)


def _summary(person: Person, day: date) -> SummaryPart:
    from pages.sampang.summary.fund_summary import fund_summary

    return fund_summary(person, day)


def _still_open(person: Person) -> Sequence[StillOpen]:
    from pages.sampang.standing import still_open

    return still_open(person)


def _up_to_date(person: Person) -> int:
    from pages.sampang.standing import bring_up_to_date

    return bring_up_to_date(person)


def _trail() -> TrailWords:
    from pages.sampang.trail_words import WORDS

    return WORDS


def _form_ended(person: Person, form: str) -> bool:
    from pages.sampang.ended_forms import form_ended

    return form_ended(person, form)


def _book() -> Book:
    from pages.sampang.law_book import BOOK

    return BOOK


def _policy(person: Person) -> PolicyPart:
    from pages.sampang.policy.part import policy_part

    return policy_part(person)


_MAY = SampangPermission
WING: Final = Wing(
    title="Dana Bergulir",
    screens=(
        MenuScreen(INTAKE, "Pengajuan", "pengajuan", ":material/edit_document:", _MAY.ENTER_APPLICATIONS),
        MenuScreen(ELIGIBILITY, "Kelayakan", "kelayakan", ":material/fact_check:", _MAY.READ_APPLICATIONS),
        MenuScreen(CALCULATOR, "Kalkulator", "kalkulator", ":material/calculate:"),
        MenuScreen(MEETINGS, "Rapat Pokjanis", "rapat-pokjanis", ":material/groups:", _MAY.RECORD_DECISIONS),
        MenuScreen(LOANS, "Pinjaman", "pinjaman", ":material/account_balance_wallet:", _MAY.READ_LOANS),
        MenuScreen(COLLECTION, "Penagihan", "penagihan", ":material/receipt_long:", _MAY.READ_COLLECTION),
        MenuScreen(FUND, "Kas dana", "kas-dana", ":material/account_balance:", _MAY.READ_FUND),
        MenuScreen(
            MONTH_REPORTS, "Laporan dana", "laporan-sampang", ":material/summarize:", _MAY.READ_FUND_REPORTS
        ),
        MenuScreen(
            DISTRICT_MAP, "Peta Sampang", "peta-sampang", ":material/pin_drop:", _MAY.READ_SAMPANG_MAP
        ),
        MenuScreen(
            PAPER_CHECK,
            "Periksa surat",
            "periksa-surat",
            ":material/verified:",
            _MAY.VERIFY_PAPERS,
            is_of_office=True,
        ),
    ),
    intro=(
        "Menilai pengajuan dana bergulir Sampang ketentuan demi ketentuan: apakah memenuhi syarat, apa "
        "yang masih kurang, dan berapa paling banyak; lalu mengantar berkasnya lewat survei dan rapat "
        "sampai uangnya cair."
    ),
    people="Dinas dan Pokjanis Sampang",
    can_do={
        SampangRole.OFFICER: "Mengisi pengajuan, memeriksa berkas, mencatat perjanjian dan angsuran, meminta "
        "pencairan.",
        SampangRole.TEAM_MEMBER: "Menilai pengajuan, mencatat survei, dan memutuskan dalam rapat Pokjanis.",
        SampangRole.TEAM_LEAD: "Memutuskan dalam rapat; menyetujui pencairan, pembalikan, dan ketetapan "
        "kantor.",
        SampangRole.BANK: "Mengunggah berkas angsuran tiap bulan; mencatat temuan survei dan agunan yang "
        "disimpan bank.",
        OfficeRole.LEADERSHIP: "Membaca kas dana, laporan, dan peta Sampang.",
    },
    summary=_summary,
    book=_book,
    policy=_policy,
    jobs=(
        Job(INTAKE, "**Isi pengajuan baru**", ":material/edit_note:", _MAY.ENTER_APPLICATIONS),
        Job(ELIGIBILITY, "Semua pengajuan", ":material/balance:", _MAY.READ_APPLICATIONS),
        Job(MEETINGS, "**Rapat Pokjanis**", ":material/groups:", _MAY.RECORD_DECISIONS),
        Job(LOANS, "Pinjaman", ":material/account_balance_wallet:", _MAY.READ_LOANS),
        Job(COLLECTION, "Penagihan", ":material/receipt_long:", _MAY.READ_COLLECTION),
        Job(FUND, "Kas dana", ":material/account_balance:", _MAY.READ_FUND),
        Job(MONTH_REPORTS, "Laporan dana", ":material/summarize:", _MAY.READ_FUND_REPORTS),
        Job(CALCULATOR, "Kalkulator angsuran", ":material/calculate:"),
    ),
    waiting=_waiting,
    decisions=_decisions,
    way_to=_way_to,
    below=_below,
    still_open=_still_open,
    up_to_date=_up_to_date,
    stops=STOPS,
    scripts=(ONE_STEP,),
    trail=_trail,
    form_ended=_form_ended,
)
