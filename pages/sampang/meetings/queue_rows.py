"""The candidates in the order of the rules, each with why it stands there, and a box to choose it."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil

import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import district
from domain.sampang.largest import NOT_YET_KNOWN
from domain.sampang.origination.queue import QUEUE_NOTE, Candidate, left_after
from domain.sampang.origination.stages import Stage
from pages.parts.text import plain, plain_label, shortened
from pages.parts.verdicts import label_of, verdict_badge
from pages.sampang.standing import DUE

PAGE_SIZE = 10


Open = Callable[[Candidate], None]
"""Draws under a row what is opened of its file."""


def show_queue(meeting_id: int, queue: Sequence[Candidate], free: int | None, opened: Open) -> None:
    """Show one page of the queue; what is chosen on other pages stays chosen.

    Each row tells what would be left of `free` rupiah with it and everything that is chosen.
    """
    pages = ceil(len(queue) / PAGE_SIZE)
    page_key = f"antrean-halaman:{meeting_id}"
    page = min(st.session_state.get(page_key, 1), pages)
    first = (page - 1) * PAGE_SIZE
    shown = queue[first : first + PAGE_SIZE]
    which = f", di sini {first + 1}-{first + len(shown)}" if pages > 1 else ""
    st.caption(f"{queue_in_words(queue)}{which}. Centang yang dibahas; berkasnya terbuka di bawah barisnya.")
    chosen = set(chosen_in(meeting_id))
    amounts = {one.application_id: one.amount for one in queue if one.application_id in chosen}
    for place, candidate in enumerate(shown, first + 1):
        with_it = amounts | {candidate.application_id: candidate.amount}
        left = None if free is None else left_after(free, with_it.values())
        _row(meeting_id, place, candidate, left)
        opened(candidate)
    if pages > 1:
        st.pagination(pages, key=page_key)
    st.caption(QUEUE_NOTE)


def show_waiting(queue: Sequence[Candidate], free: int | None) -> None:
    """Show who waits while no meeting is open: the first of the queue, to be read only."""
    st.caption(f"{queue_in_words(queue)}. Buka rapat untuk membahas dan memutus.")
    for place, one in enumerate(queue[:PAGE_SIZE], 1):
        before = [other.amount for other in queue[:place] if other.is_ready]
        left = None if free is None or not one.is_ready else left_after(free, before)
        with st.container(gap="xxsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.markdown(f"**{place}. {plain(shortened(one.name, 60))}**", width="content")
                standing_badge(one)
            st.caption(_figures(one, left, "bila berkas siap sampai nomor ini ditetapkan"))
    if len(queue) > PAGE_SIZE:
        st.caption(f"dan {len(queue) - PAGE_SIZE} lagi.")


def queue_in_words(queue: Sequence[Candidate]) -> str:
    """How many are ready for a meeting, as Beranda counts them, and how many wait for their survey."""
    ready = sum(one.is_ready for one in queue)
    rest = len(queue) - ready
    return f"{ready} berkas siap dirapatkan" + (f", {rest} belum disurvei" if rest else "")


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


def _row(meeting_id: int, place: int, one: Candidate, left: int | None) -> None:
    key = _box(meeting_id, one.application_id)
    st.session_state[key] = one.application_id in chosen_in(meeting_id)
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.checkbox(
                f"No {place} · {plain_label(shortened(one.name, 60))}",
                key=key,
                on_change=_toggle,
                args=(meeting_id, one.application_id),
                help=_help(one),
                width="content",
            )
            standing_badge(one)
            if named := _readings(one):
                st.caption(named, width="content")
        st.caption(_figures(one, left, "bila ini dan yang dicentang ditetapkan"))


def _readings(one: Candidate) -> str:
    """The readings that the verdict hangs on, by their signs."""
    deciding = (entry.id for made in one.found.assessment.combinations for entry, _ in made.readings)
    return " ".join(dict.fromkeys(f"§ {name}" for name in deciding))


def _help(one: Candidate) -> str:
    found = label_of(one.verdict)
    return f"Mengapa di sini: {why_here(one)}. Bila ditetapkan sebesar itu: {found}."


def _figures(one: Candidate, left: int | None, when: str) -> str:
    """Kind and place, then what was asked, surveyed, and is at most possible, and what would be left."""
    told = [who_and_where(one), _how_far(one), *_amounts(one)]
    if left is not None:
        told.append(f"sisa {rupiah(left)} {when}")
    return plain(" · ".join(told))


def _amounts(one: Candidate) -> Iterator[str]:
    yield "diminta belum diisi" if one.asked is None else f"diminta {rupiah(one.asked)}"
    if one.has_survey:
        yield f"survei {rupiah(one.amount)}"
    most = one.found.most
    yield f"paling banyak {NOT_YET_KNOWN if most.told is None else rupiah(most.told)}"


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


def why_here(one: Candidate) -> str:
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
