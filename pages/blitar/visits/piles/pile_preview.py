"""What became of an uploaded file: how many rows are ready, which are not and why."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from documents.blitar.visiting.bad_rows import bad_rows_workbook
from domain.blitar.visiting.pile_reading import NoteKind
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_date, indonesian_moment
from domain.money import number
from domain.roles import Person
from pages.blitar.screen_tabs import VisitsTab, link_to
from pages.blitar.screens import VISITS
from pages.blitar.visits.piles.pile import (
    TAKEN,
    XLSX,
    BadLine,
    ReadyLine,
    Sorted,
    Upload,
    earlier_of,
    told_of,
)
from pages.blitar.visits.piles.pile_taking import take_in
from pages.blitar.visits.piles.whose import Whose
from pages.parts.store import today
from pages.parts.text import plain, shortened

_SHOWN, _TOLD, _NOTES, _NAMED = 50, 20, 10, 8


def show_pile(
    person: Person, whose: Whose, upload: Upload, rows: Sorted, *, another: Callable[[], None]
) -> None:
    """Show first how many rows are ready and what to do, then the rows."""
    taken = st.session_state.get(TAKEN)
    st.subheader(plain(shortened(upload.name, 60)), anchor=False)
    if taken is None:
        _tell_earlier(person, upload)
        st.markdown(f"**{_counts(rows)}**")
    else:
        st.success(
            f"✔ {number(taken)} kunjungan sudah masuk dan menunggu verifikasi Fasilitator."
            + (f" {number(len(rows.bad))} baris masih perlu diperbaiki." if rows.bad else "")
        )
    with st.container(horizontal=True, gap="small"):
        if rows.ready and taken is None:
            take_in(person, upload, rows)
        if rows.bad:
            _offer_bad(upload, rows.bad)
        st.button("Unggah berkas lain", icon=":material/refresh:", on_click=another)
        if taken is not None:
            waiting = link_to(VisitsTab.LIST, status=VisitState.SENT.value)
            st.page_link(VISITS, label="Lihat daftarnya", query_params=waiting)
    for told in upload.table.notes:
        st.caption(f"ℹ {plain(told)}")
    _show_carers(whose, rows)
    if rows.bad:
        _show_bad(rows.bad)
    if taken is None:
        _show_notes(rows)
        _show_lines(whose, "Siap dimasukkan", rows.ready)
        _show_recorded(whose, rows.recorded)


def _counts(rows: Sorted) -> str:
    if not rows.ready and not rows.bad:
        return f"Semua {number(len(rows.recorded))} baris sudah tercatat; tidak ada yang perlu dimasukkan."
    ready = f"{number(len(rows.ready))} baris siap" if rows.ready else "Belum ada baris yang siap"
    told = [ready, f"{number(len(rows.bad))} perlu diperbaiki"]
    if rows.recorded:
        told.append(f"{number(len(rows.recorded))} sudah tercatat")
    return ", ".join(told)


def _tell_earlier(person: Person, upload: Upload) -> None:
    for one in earlier_of(person, upload.sha256)[:1]:
        left = f", {number(one.left_out)} baris belum" if one.left_out else ""
        st.info(
            f"Berkas yang sama sudah dimasukkan {indonesian_moment(one.at)} oleh {plain(one.by)}: "
            f"{number(one.taken)} kunjungan masuk{left}."
        )


def _offer_bad(upload: Upload, bad: Sequence[BadLine]) -> None:
    made_on = today()
    st.download_button(
        f"Unduh {number(len(bad))} baris yang perlu diperbaiki",
        data=partial(bad_rows_workbook, [one.row for one in bad], made_on=made_on),
        file_name=f"perlu-diperbaiki-{made_on}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key=f"{upload.nonce}:buruk",
    )


def _show_bad(bad: Sequence[BadLine]) -> None:
    with st.expander(
        f"Perlu diperbaiki: {number(len(bad))} baris", icon=":material/warning:", expanded=len(bad) <= _TOLD
    ):
        st.caption(
            "Unduh, perbaiki di Excel pada baris yang sama, lalu unggah lagi. Alasan tiap baris ada di kolom "
            "pertama."
        )
        for one in bad[:_TOLD]:
            told = " ".join(told_of(problem) for problem in one.problems)
            st.markdown(f"**Baris {one.row.raw.line}** · {plain(told)}")
        if len(bad) > _TOLD:
            st.caption(f"{number(len(bad) - _TOLD)} baris lagi ada di berkas unduhan.")


def _show_notes(rows: Sorted) -> None:
    counted = Counter(note.kind for _, note in rows.notes)
    if not counted:
        return
    looks = counted[NoteKind.LOOK] + counted[NoteKind.NAMING]
    title = "Cara isinya dibaca" + (f", dan {number(looks)} hal yang perlu diperhatikan" if looks else "")
    with st.expander(title, icon=":material/info:"):
        for kind in NoteKind:
            if not counted[kind]:
                continue
            st.markdown(f"**{kind.label}: {number(counted[kind])} baris**")
            several = Counter(note.told for _, note in rows.notes if note.kind is kind)
            first = {note.told: line for line, note in reversed(rows.notes) if note.kind is kind}
            for told, times in several.most_common(_NOTES):
                more = f" dan {number(times - 1)} baris lain" if times > 1 else ""
                st.markdown(f"- Baris {first[told]}{more}: {plain(told)}")
            if len(several) > _NOTES:
                st.caption(f"… dan {number(len(several) - _NOTES)} catatan sejenis.")


def _show_carers(whose: Whose, rows: Sorted) -> None:
    """Tell of the rows that named nobody whom the register named instead."""
    taken = {line for line, note in rows.notes if note.kind is NoteKind.CARER}
    if taken:
        counted = Counter(whose.name_of(one.visit.mentor_id) for one in rows.ready if one.line in taken)
        names = ", ".join(f"{name} {number(times)}" for name, times in counted.most_common(_NAMED))
        more = f", dan {number(len(counted) - _NAMED)} orang lain" if len(counted) > _NAMED else ""
        st.info(f"Pendamping diambil dari register untuk {number(len(taken))} baris: {plain(names)}{more}.")


def _show_recorded(whose: Whose, recorded: Sequence[ReadyLine]) -> None:
    other = sum(not one.is_same for one in recorded)
    if other:
        st.caption(
            f"ℹ {number(other)} baris yang sudah tercatat isinya berbeda dengan yang di berkas. Yang "
            "tercatat tidak diubah; perbaiki dari daftar kunjungan bila perlu."
        )
    _show_lines(whose, "Sudah tercatat", recorded)


def _show_lines(whose: Whose, title: str, lines: Sequence[ReadyLine]) -> None:
    if not lines:
        return
    with st.expander(f"{title}: {number(len(lines))} baris", expanded=title.startswith("Siap")):
        if len(lines) > _SHOWN:
            st.caption(f"{_SHOWN} baris pertama; semuanya sudah diperiksa.")
        st.dataframe(
            pd.DataFrame(
                {
                    "Baris": one.line,
                    "Tanggal": indonesian_date(one.visit.on),
                    "Binaan": one.client,
                    "Pendamping": whose.name_of(one.visit.mentor_id),
                    "Tempat": one.visit.place.label,
                    "Waktu": one.visit.day_part.label.partition(" ")[0],
                    "Tugas": ", ".join(task.letter for task in one.visit.tasks),
                    "Komponen": ", ".join(part.label for part in one.visit.parts),
                    "Permasalahan": shortened(one.visit.problem),
                    "Formulir": one.visit.shown_by,
                }
                for one in lines[:_SHOWN]
            ),
            hide_index=True,
        )
