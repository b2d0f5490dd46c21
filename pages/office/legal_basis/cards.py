"""How one provision, number, reading or regulation looks on the legal-basis screen."""

from collections.abc import Sequence

import streamlit as st

from domain.dates import indonesian_date
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import DatedValue, Parameter
from domain.regulation.sources import Citation, Instrument, OfficeDecision
from domain.regulation.wording import parameter_value
from pages.office.legal_basis.beside import Beside, show_notes, show_own_words
from pages.office.legal_basis.entries import RuleEntry
from pages.parts.books import Book
from pages.parts.office_logo import PICTURE, picture_of
from pages.parts.places import SEARCH
from pages.parts.readings import readings_of
from pages.parts.text import plain

TAB = "bagian"
RULES, FLOW, TEXT, NUMBERS, READINGS, INSTRUMENTS, DECISIONS = (
    "Ketentuan",
    "Gambar",
    "Naskah",
    "Angka",
    "Tafsir",
    "Peraturan",
    "Ketetapan kantor",
)
NOT_SETTLED = "belum ditetapkan"


def look_up(wanted: str, tab: str) -> None:
    """Search for something and open its tab; for use as a button's callback."""
    st.session_state[SEARCH], st.session_state[TAB] = wanted, tab


def rule_card(entry: RuleEntry, book: Book, beside: Beside) -> None:
    """One provision: its place, what it asks and of whom, the words of the text, its readings."""
    with st.container(border=True, gap="xsmall"):
        place = f":blue-badge[{plain(entry.citations[0].short)}]"
        st.markdown(f"{place} **{plain(entry.title)}** :gray-badge[{plain(entry.kind)}]")
        for told in filter(None, (entry.sentence, entry.explanation)):
            st.markdown(plain(_as_sentence(told)))
        st.caption(
            "  \n".join([*_whom(entry, book), *(_with_origin(place, book) for place in entry.citations)])
        )
        owner = f"{entry.id}:{'-'.join(entry.applies_to)}:{entry.title}"
        show_own_words(beside, (place.short for place in entry.citations), key=f"{owner}>bunyi")
        show_notes(beside, (place.short for place in entry.citations))
        if entry.readings:
            _look_ups(
                "Bergantung tafsir",
                f"{entry.id}:{'-'.join(entry.applies_to)}",
                READINGS,
                [(reading.id, reading.question) for reading in entry.readings],
            )


def number_card(parameter: Parameter, law: LawInForce) -> None:
    """One number: its value today, since when and where, and what it was before."""
    current = parameter.entry_on(law.day)
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(f"{plain(_capital(parameter.label))}{_state_of(parameter, current)}")
        st.markdown(f"**{plain(parameter_value(parameter, current.value if current else None))}**")
        if picture := picture_of(parameter, current.value if current else None):
            st.image(picture, width=PICTURE)
        for entry in reversed(parameter.history):
            value = "" if entry is current else f"{parameter_value(parameter, entry.value)} — "
            source = _quoted(entry.source) if isinstance(entry.source, Citation) else decided(entry.source)
            st.caption(f"{plain(value)}Sejak {indonesian_date(entry.since)}  \n{source}")


def reading_card(entry: Interpretation, expanded: bool, beside: Beside) -> None:
    """One question that the text leaves open: its readings, which one is used, why, and what it touches."""
    state = "green-badge[ditetapkan]" if entry.settlement else f"gray-badge[{NOT_SETTLED}]"
    with st.expander(f"**{plain(entry.id)}** {plain(entry.question)} :{state}", expanded=expanded):
        st.markdown(readings_of(entry))
        st.markdown(_in_use(entry))
        st.caption("  \n".join([_how_computed(entry), *map(_quoted, entry.places)]))
        show_notes(beside, (entry.id,))
        if entry.rules:
            _look_ups("Ketentuan yang tersentuh", entry.id, RULES, [(place, "") for place in entry.rules])


def instrument_card(instrument: Instrument, coverage: str) -> None:
    """One regulation that the programme rests on; `coverage` only of the programme's own."""
    with st.container(border=True, gap="xsmall"):
        mark = " :blue-badge[dasar program ini]" if coverage else ""
        st.markdown(f"**{plain(instrument.name)}**{mark}")
        st.markdown(plain(instrument.title))
        days = f"Berlaku sejak {indonesian_date(instrument.in_force_since)}"
        if instrument.ended_on:
            days += f" sampai {indonesian_date(instrument.ended_on)}"
        covered = f"{coverage} ada dalam program." if coverage else ""
        st.caption("  \n".join(filter(None, [f"{days}.", covered, plain(instrument.note)])))


def _look_ups(label: str, owner: str, tab: str, wanted: Sequence[tuple[str, str]]) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.caption(f"{label}:", width="content")
        for name, told in wanted:
            st.button(
                f":primary[{plain(name)}]",
                key=f"{owner}>{name}",
                type="tertiary",
                help=plain(told) or None,
                on_click=look_up,
                args=(name, tab),
            )


def _whom(entry: RuleEntry, book: Book) -> list[str]:
    if entry.is_described:
        return []
    if not entry.applies_to:
        return [f"Berlaku bagi setiap {book.item} yang dicatat."]
    if len(entry.applies_to) == len(book.kinds):
        return [f"Berlaku bagi {book.everybody}."]
    return [f"Berlaku bagi: {plain('; '.join(entry.applies_to))}."]


def _quoted(place: Citation) -> str:
    words = f" — “{plain(place.words)}”" if place.words else ""
    return f"{plain(str(place))}{words}"


def _with_origin(place: Citation, book: Book) -> str:
    origin = book.origin_of(place)
    return f"{_quoted(place)} ({origin})" if origin else _quoted(place)


def _state_of(parameter: Parameter, current: DatedValue | None) -> str:
    if not parameter.office_setting or current is None:
        return ""
    by_office = isinstance(current.source, OfficeDecision) and current.source.decided_by
    return " :green-badge[ditetapkan kantor]" if by_office else " :orange-badge[bawaan program]"


def decided(source: OfficeDecision) -> str:
    """Who approved a value of the office's own, and why; or why the program has its own value."""
    if not source.decided_by:
        return plain(_as_sentence(source.reason))
    return f"Ketetapan kantor, disetujui {plain(source.decided_by)}. Alasan: {plain(source.reason)}"


def _in_use(entry: Interpretation) -> str:
    default = f"Bawaan program: bacaan **{plain(entry.default)}**. {plain(entry.reason)}"
    if not entry.settlement:
        return f"{default}  \nKantor belum menetapkan bacaan mana yang dipakai."
    told = entry.settlement
    return (
        f"**Ditetapkan: bacaan {plain(told.reading)}**, keputusan {plain(told.decree)}, berlaku sejak "
        f"{indonesian_date(told.on)}, disetujui {plain(told.by)}.  \n{default}"
    )


def _how_computed(entry: Interpretation) -> str:
    told = [
        f"Yang bergantung padanya: {entry.weight.value}.",
        f"Jenis keraguan: {entry.doubt.value}; yang dapat mengakhirinya: {entry.ended_by.value}.",
    ]
    if entry.computed and not entry.settlement:
        letters = ", ".join(entry.computed)
        told.append(f"Dihitung menurut bacaan {letters}; bila hasilnya berbeda, hasilnya bergantung tafsir.")
    if entry.recorded_because:
        told.append(plain(entry.recorded_because))
    return " ".join(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _as_sentence(words: str) -> str:
    return f"{_capital(words).rstrip('.')}."
