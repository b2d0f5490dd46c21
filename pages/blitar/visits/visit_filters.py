"""Which visits the list shows: kept in the address, so that a view can be sent as a link."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from db.blitar.visiting.visit_list import VisitFilter, VisitPage
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.visit import Source, VisitState
from domain.dates import add_months, indonesian_month
from domain.money import number
from domain.regions.regions import BLITAR_REGENCY, districts
from pages.parts.address import choice_of, word_of
from pages.parts.store import today
from pages.parts.text import number_in_address, plain

STATUS, MENTOR, DISTRICT, MONTH, ORIGIN, CLIENT, FOR_ME = (
    "status", "pendamping", "kecamatan", "bulan", "asal", "binaan", "dapat-saya-verifikasi",
)  # fmt: skip
ALL, YES = "semua", "ya"
PAGE = "kunjungan-halaman"
_MONTHS = 24
_SIGNS = {
    VisitState.DRAFT: "✎",
    VisitState.SENT: "…",
    VisitState.RETURNED: "↩",
    VisitState.VERIFIED: "✔",
}


def state_words(state: VisitState) -> str:
    """A state in words with its sign."""
    return f"{_SIGNS[state]} {state.label}"


def filter_in_address() -> VisitFilter:
    """The filter that the address tells, whatever the state, for a screen that does not draw the fields."""
    mentor, month = st.query_params.get(MENTOR, ""), st.query_params.get(MONTH)
    known = {f"{day:%Y-%m}": day for day in _past_months()}
    return VisitFilter(
        mentor_id=number_in_address(mentor),
        client_id=number_in_address(st.query_params.get(CLIENT, "")),
        district_code=st.query_params.get(DISTRICT),
        month=known.get(month or ""),
        source=Source.PAPER if _names_paper() else None,
    )


class Filters:
    """The filters of the list: read from the address first, drawn afterwards with the counts."""

    def __init__(self, mentors: Mapping[int, Service], *, verifies: bool) -> None:
        self._mentors = {str(number): one.name for number, one in mentors.items()} if verifies else {}
        self._districts = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}
        self._months = {f"{day:%Y-%m}": indonesian_month(day) for day in _past_months()}
        self._states = [one.value for one in VisitState]
        start = VisitState.SENT.value if verifies else None
        # A status named "semua" (once "all") lets all through, because the Fasilitator starts on what waits.
        named = st.query_params.get(STATUS)
        state = choice_of(VisitState, named)
        otherwise = None if named in (ALL, "all") else start
        st.session_state.setdefault(_key(STATUS), state.value if state else otherwise)
        for name, known in ((MENTOR, self._mentors), (DISTRICT, self._districts), (MONTH, self._months)):
            _seed(name, list(known), None)
        st.session_state.setdefault(_key(ORIGIN), _names_paper())
        st.session_state.setdefault(_key(FOR_ME), verifies and st.query_params.get(FOR_ME) == YES)
        self._verifies = verifies

    @property
    def wanted(self) -> VisitFilter:
        """What is chosen now."""
        state, mentor, month = _standing(STATUS), _standing(MENTOR), _standing(MONTH)
        district = _standing(DISTRICT)
        for_me = self._verifies and bool(st.session_state[_key(FOR_ME)])
        chosen = VisitState(state) if state in self._states else None
        return VisitFilter(
            state=VisitState.SENT if for_me else chosen,
            mentor_id=int(mentor) if mentor in self._mentors else None,
            client_id=number_in_address(st.query_params.get(CLIENT, "")),
            district_code=district if district in self._districts else None,
            month=date.fromisoformat(f"{month}-01") if month in self._months else None,
            source=Source.PAPER if st.session_state[_key(ORIGIN)] else None,
            for_me=for_me,
        )

    def draw(self, found: VisitPage) -> None:
        """Draw the fields, the states with their counts first."""
        counts = {one: found.counts.get(VisitState(one), 0) for one in self._states}
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            self._draw_states(counts)
        is_used = any((_standing(MENTOR), _standing(DISTRICT), _standing(MONTH), self.wanted.source))
        with st.expander("Saring", expanded=is_used, icon=":material/filter_list:"):
            with st.grid("auto", min_column_width=200, gap="small"):
                if self._verifies:
                    _choice(MENTOR, "Pendamping", self._mentors)
                _choice(DISTRICT, "Kecamatan", self._districts)
                _choice(MONTH, "Bulan", self._months)
            st.toggle("Hanya dari formulir kertas", key=_key(ORIGIN), on_change=_first_page)
        self._one_client(found)
        self._publish()

    def _draw_states(self, counts: Mapping[str, int]) -> None:
        st.pills(
            "Keadaan",
            self._states,
            format_func=lambda one: f"{state_words(VisitState(one))} · {number(counts[one])}",
            key=_key(STATUS),
            label_visibility="collapsed",
            on_change=_first_page,
            width="content",
        )
        if self._verifies:
            st.toggle(
                "Yang dapat saya verifikasi",
                key=_key(FOR_ME),
                on_change=_first_page,
                help="Yang menunggu verifikasi, tanpa yang Anda catat, kirim, atau kunjungi sendiri.",
                width="content",
            )

    def _one_client(self, found: VisitPage) -> None:
        if self.wanted.client_id is None:
            return
        name = found.lines[0].client_name if found.lines else "yang dipilih"
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"Hanya binaan **{plain(name)}**", width="content")
            st.button("Semua binaan", key="kunjungan-semua-binaan", type="tertiary", on_click=_all_clients)

    def _publish(self) -> None:
        chosen = choice_of(VisitState, _standing(STATUS))
        status = word_of(chosen) if chosen else ALL if self._verifies else None
        origin = word_of(Source.PAPER) if st.session_state[_key(ORIGIN)] else None
        told = {name: _standing(name) for name in (MENTOR, DISTRICT, MONTH)}
        told[FOR_ME] = YES if self.wanted.for_me else None
        for name, value in {STATUS: status, ORIGIN: origin, **told}.items():
            # One by one: nobody may rewrite an address that also holds the name of the tabs.
            if not value:
                st.query_params.pop(name, None)
            elif st.query_params.get(name) != value:
                st.query_params[name] = value


def _choice(name: str, label: str, words: Mapping[str, str]) -> None:
    st.selectbox(
        label,
        list(words),
        index=None,
        format_func=lambda one: words[one],
        placeholder="Semua",
        key=_key(name),
        on_change=_first_page,
    )


def _first_page() -> None:
    st.session_state.pop(PAGE, None)


def _all_clients() -> None:
    st.query_params.pop(CLIENT, None)
    _first_page()


def _names_paper() -> bool:
    return choice_of(Source, st.query_params.get(ORIGIN)) is Source.PAPER


def _past_months() -> tuple[date, ...]:
    return tuple(add_months(today().replace(day=1), -back) for back in range(_MONTHS))


def _seed(name: str, known: list[str], otherwise: str | None) -> None:
    if _key(name) not in st.session_state:
        told = st.query_params.get(name)
        st.session_state[_key(name)] = told if told in known else otherwise


def _standing(name: str) -> str | None:
    standing = st.session_state.get(_key(name))
    return standing if isinstance(standing, str) else None


def _key(name: str) -> str:
    return f"kunjungan-{name}"
