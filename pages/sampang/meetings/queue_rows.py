"""The candidates in the order of the rules, each with why it stands there, and a box to choose it."""

from collections.abc import Sequence
from math import ceil

import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import district
from domain.sampang.largest import most_in_words
from domain.sampang.origination.queue import QUEUE_NOTE, Candidate
from domain.sampang.origination.stages import Stage
from pages.parts.text import plain, plain_label, shortened
from pages.parts.verdicts import label_of, verdict_badge
from pages.sampang.standing import DUE

PAGE_SIZE = 10


def show_queue(meeting_id: int, queue: Sequence[Candidate]) -> None:
    """Show one page of the queue; what is chosen on other pages stays chosen."""
    pages = ceil(len(queue) / PAGE_SIZE)
    page_key = f"antrean-halaman:{meeting_id}"
    page = min(st.session_state.get(page_key, 1), pages)
    first = (page - 1) * PAGE_SIZE
    shown = queue[first : first + PAGE_SIZE]
    which = f", di sini {first + 1}-{first + len(shown)}" if pages > 1 else ""
    st.caption(f"{len(queue)} berkas menunggu keputusan{which}. Centang yang dibahas. {QUEUE_NOTE}")
    for place, candidate in enumerate(shown, first + 1):
        _row(meeting_id, place, candidate)
    if pages > 1:
        st.pagination(pages, key=page_key)


def chosen_in(meeting_id: int) -> list[int]:
    """The files that are chosen for discussion in this visit, in the order of choosing."""
    chosen: list[int] = st.session_state.setdefault(f"rapat-dipilih:{meeting_id}", [])
    return chosen


def choose(meeting_id: int, application_id: int) -> None:
    """Take a file up for discussion."""
    chosen = chosen_in(meeting_id)
    if application_id not in chosen:
        chosen.append(application_id)


def unchoose(meeting_id: int, application_id: int) -> None:
    """Take a file out of the discussion."""
    chosen = chosen_in(meeting_id)
    if application_id in chosen:
        chosen.remove(application_id)
    st.session_state.pop(_box(meeting_id, application_id), None)


def unchoose_all(meeting_id: int) -> bool:
    """Take every file out of the discussion, and tell whether there was any."""
    chosen = tuple(chosen_in(meeting_id))
    for application_id in chosen:
        unchoose(meeting_id, application_id)
    return bool(chosen)


def _box(meeting_id: int, application_id: int) -> str:
    return f"pilih:{meeting_id}:{application_id}"


def _toggle(meeting_id: int, application_id: int) -> None:
    chosen = chosen_in(meeting_id)
    if st.session_state[_box(meeting_id, application_id)]:
        chosen.append(application_id)
    else:
        chosen.remove(application_id)


def _row(meeting_id: int, place: int, one: Candidate) -> None:
    key = _box(meeting_id, one.application_id)
    st.session_state[key] = one.application_id in chosen_in(meeting_id)
    with st.container(border=True, gap="xsmall"):
        who, money = st.columns([4, 3], gap="small")
        with who, st.container(gap="xsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.checkbox(
                    f"No {place} · {plain_label(shortened(one.name, 60))}",
                    key=key,
                    on_change=_toggle,
                    args=(meeting_id, one.application_id),
                )
                standing_badge(one)
            st.caption(f"{plain(who_and_where(one))} · {_how_far(one)}")
        with money, st.container(gap="xsmall"):
            st.markdown(_proposed(one))
            st.caption(_asked_and_most(one))
            st.caption(f"Bila ditetapkan sebesar itu: {label_of(one.verdict)}")
        st.caption(f"Mengapa di sini: {_why_here(one)}")


def standing_badge(one: Candidate) -> None:
    """The verdict of the file as every other screen tells it."""
    if one.standing is None:
        st.badge(DUE, color="gray")
    else:
        verdict_badge(one.standing)


def _how_far(one: Candidate) -> str:
    if one.stage is Stage.SURVEYED:
        return one.stage.label
    return f"{one.stage.label}, {'sudah' if one.has_survey else 'belum'} disurvei"


def _why_here(one: Candidate) -> str:
    """Newness, priorities and day of filing, in the order in which they count."""
    found = [
        f"{plain(words.removeprefix('Diprioritaskan: '))} ({citation.short})"
        for words, citation in one.why_here
    ]
    if not one.priorities:
        found.append("tanpa prioritas IV.1")
    return "; ".join([*found, f"diajukan {indonesian_date(one.filed_on)}"])


def who_and_where(one: Candidate) -> str:
    """The number, kind and kecamatan of a candidate."""
    who = one.found.application.applicant
    place = district(who.district_code) if who.district_code else None
    return " · ".join(
        [one.number, who.kind.label, f"Kec. {place.name}" if place else "kecamatan belum diisi"]
    )


def _proposed(one: Candidate) -> str:
    if not one.amount:
        return "Jumlah belum diisi"
    source = "saran survei" if one.has_survey else "diminta"
    return f"**{plain(rupiah(one.amount))}** {source}"


def _asked_and_most(one: Candidate) -> str:
    known = most_in_words(one.found.most)
    asked = "diminta belum diisi" if one.asked is None else f"diminta {rupiah(one.asked)}"
    # Without a survey the line above is what was asked.
    return plain(f"{asked} · paling banyak {known}" if one.has_survey else f"paling banyak {known}")
