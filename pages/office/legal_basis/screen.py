"""Dasar hukum: every provision, number and reading of the programme, and the office's own decisions."""

from collections.abc import Sequence

import streamlit as st

from domain.dates import indonesian_date
from domain.programme import Programme, may
from domain.regulation.interpretations import Weight
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.beside import Beside, beside_of
from pages.office.legal_basis.cards import (
    DECISIONS,
    FLOW,
    INSTRUMENTS,
    NUMBERS,
    READINGS,
    RULES,
    TAB,
    TEXT,
    instrument_card,
    look_up,
    number_card,
    reading_card,
    rule_card,
)
from pages.office.legal_basis.choosing import book_of, choose_programme, law_in, newest_of
from pages.office.legal_basis.clause_tab import clauses
from pages.office.legal_basis.decisions import decisions, leave
from pages.office.legal_basis.entries import Listing, NumberEntry, ReadingEntry, RuleEntry, listing
from pages.office.legal_basis.other_laws import other_laws
from pages.office.legal_basis.paging import page_of
from pages.parts.acting import acting
from pages.parts.books import Book
from pages.parts.law_day import asked_law_day, is_another_law_day, say_law_day
from pages.parts.places import SEARCH
from pages.parts.text import plain

_FEW = 3
_EVERY = "Semua"


def main() -> None:
    """Show the screen."""
    person = acting()
    st.title("Dasar hukum")
    programme = choose_programme(person)
    day = asked_law_day()
    book, law = book_of(programme), law_in(programme, day)
    if is_another_law_day(day):
        read_only = "Hanya untuk dibaca: ketetapan kantor diusulkan menurut hukum hari ini."
        say_law_day(law, f"{read_only} {law.too_early}".strip())
    st.caption(
        f"{plain(law.regulation.name)} menurut {plain(law.regulation.instrument.name)}, "
        f"seperti berlaku pada {indonesian_date(law.day)}."
    )
    wanted = _search(book)
    found = listing(law, newest_of(programme, law), book).matching(wanted)
    names = _tabs(None if is_another_law_day(day) else person, programme)
    tabs = st.tabs(names, key=TAB, bind="query-params", on_change="rerun")
    opened = next((tab for tab in tabs if tab.open), tabs[0])
    tab = names[tabs.index(opened)]
    with opened:
        if tab == DECISIONS and person:
            decisions(person, programme, law)
        else:
            leave()
            _open(tab, found, wanted, law, person, programme)


def _search(book: Book) -> str:
    told = st.text_input(
        "Cari",
        key=SEARCH,
        type="search",
        max_chars=100,
        placeholder=book.hint,
        bind="query-params",
        label_visibility="collapsed",
    )
    return " ".join((told or "").split())


def _tabs(person: Person | None, programme: Programme) -> list[str]:
    decides = any(
        may(person, each, programme)
        for each in (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)
    )
    return [RULES, FLOW, TEXT, NUMBERS, READINGS, INSTRUMENTS, *([DECISIONS] if decides else [])]


def _open(
    tab: str, found: Listing, wanted: str, law: LawInForce, person: Person | None, programme: Programme
) -> None:
    if wanted and tab in (RULES, TEXT, NUMBERS, READINGS):
        _matches(found, wanted, tab)
    beside = beside_of(programme, law)
    if tab == RULES:
        _rules(found.rules, wanted, found.book, beside)
    elif tab == FLOW:
        _flow(law, person, programme, beside)
    elif tab == TEXT:
        clauses(found, wanted, law, person, programme, beside)
    elif tab == NUMBERS:
        _numbers(found.numbers, law)
    elif tab == READINGS:
        _readings(found.readings, wanted, found.book, beside)
    else:
        for instrument in found.instruments:
            is_main = instrument is law.regulation.instrument
            instrument_card(instrument, found.coverage.sentence if is_main else "")
        other_laws(person, programme, law)


def _flow(law: LawInForce, person: Person | None, programme: Programme, beside: Beside) -> None:
    from pages.office.legal_basis.flow_tab import show_flow

    # A search narrows the lists; the picture is of all provisions.
    # A register is read for the law of today.
    whole, who = listing(law, newest_of(programme, law), book_of(programme)), person
    show_flow(whole, law, None if is_another_law_day(law.day) else who, programme, beside)


def _matches(found: Listing, wanted: str, tab: str) -> None:
    """How much was found in each tab, with a way there and a way back to everything."""
    counts = {
        RULES: len(found.rules),
        NUMBERS: len(found.numbers),
        READINGS: len(found.readings),
        TEXT: len(found.clauses),
    }
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(f"“{plain(wanted)}”: {counts[tab]} {tab.lower()}", width="content")
        others = [other for other, count in counts.items() if count and other != tab]
        for other in others:
            label = f":primary[{counts[other]} {other.lower()}]"
            st.button(label, key=f"to:{other}", type="tertiary", on_click=look_up, args=(wanted, other))
        clear = ":material/close: Hapus pencarian"
        st.button(clear, key="clear", type="tertiary", on_click=look_up, args=("", tab))
    if not counts[tab]:
        st.info(
            f"Tidak ada {tab.lower()} yang cocok. Coba kata yang lebih pendek, atau tempatnya saja "
            f"({found.book.example})."
        )


def _rules(found: Sequence[RuleEntry], wanted: str, book: Book, beside: Beside) -> None:
    whom = _EVERY if wanted and len(found) <= _FEW else _whom(book)
    asked = [entry for entry in found if whom == _EVERY or _is_about(entry, whom)]
    chapter = ""
    for entry in page_of(asked, f"rules:{book.label}:{whom}:{wanted}"):
        if entry.chapter != chapter:
            chapter = entry.chapter
            st.subheader(book.chapters[chapter], anchor=False)
        rule_card(entry, book, beside)


def _is_about(entry: RuleEntry, whom: str) -> bool:
    return whom in entry.applies_to or not (entry.applies_to or entry.is_described)


def _whom(book: Book) -> str:
    kinds = [_EVERY, *book.kind_labels]
    return st.segmented_control(
        "Bagi siapa",
        kinds,
        default=_EVERY,
        required=True,
        format_func=lambda label: book.short.get(label, label),
        key=f"whom:{book.label}",
    )


def _numbers(found: Sequence[NumberEntry], law: LawInForce) -> None:
    by_law = [entry.parameter for entry in found if not entry.parameter.office_setting]
    by_office = [entry.parameter for entry in found if entry.parameter.office_setting]
    told = "Peraturan tidak menyebut angkanya, jadi kantor yang menetapkannya, dengan tanggal dan alasan."
    for title, parameters, note in (
        ("Setelan kantor", by_office, told),
        ("Ditetapkan peraturan", by_law, ""),
    ):
        if parameters:
            st.subheader(title, anchor=False)
            if note:
                st.caption(note)
            with st.grid("auto", min_column_width=240, gap="small"):
                for parameter in parameters:
                    number_card(parameter, law)


def _readings(found: Sequence[ReadingEntry], wanted: str, book: Book, beside: Beside) -> None:
    groups = {
        _EVERY: found,
        "Mengubah hasil": [each for each in found if each.reading.weight is Weight.VERDICT],
        "Tata cara": [each for each in found if each.reading.weight is Weight.PROCEDURE],
        "Sudah ditetapkan": [each for each in found if each.reading.settlement],
    }
    st.caption(
        "Di tempat-tempat ini naskah dapat dibaca dengan lebih dari satu cara. Selama kantor belum "
        "menetapkan salah satunya, program memakai bacaan bawaan dan menunjukkan bila bacaan lain mengubah "
        "hasil."
    )
    group = st.segmented_control("Tampilkan", list(groups), default=_EVERY, required=True, key="which")
    asked = groups[group or _EVERY]
    if not asked and found:
        st.info("Belum ada tafsir yang ditetapkan kantor.")
    for entry in page_of(asked, f"readings:{book.label}:{group}:{wanted}"):
        reading_card(entry.reading, expanded=len(asked) <= _FEW, beside=beside)


main()
