"""Bringing a workbook of older loans: the template, what was read, what comes back, and the proposal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from db.sampang.takeover.proposing import propose_takeover
from db.sampang.takeover.takeovers import numbers_in_use, takeover_days
from documents.sampang.takeover.takeover_bad_lines import takeover_bad_lines
from documents.sampang.takeover.takeover_template import takeover_template
from documents.sampang.takeover.told_workbook import LIMITS, ToldWorkbook, read_told_workbook
from domain.money import number
from domain.roles import Person
from domain.sampang.roles import SampangRole
from domain.sampang.takeover.cut_off_sums import Sums, differs, sums_of
from domain.sampang.takeover.old_loans import SignedBalance, Takeover
from domain.sampang.takeover.workbook_columns import Part
from domain.sampang.takeover.workbook_loans import WorkbookRead, read_loans
from pages.parts.fields import Form
from pages.parts.reading_uploads import read_or_say
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.sampang.takeover.proposed_takeovers import show_compared, show_loans

_NONCE, _BROUGHT, _READ = "pinjaman-lama", "pinjaman-lama:isi", "pinjaman-lama:baris"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class _Brought:
    name: str
    told: ToldWorkbook
    person_id: int
    nonce: str


def show_bringing_loans(person: Person) -> None:
    """Show the template, the place for the filled workbook, and what was read of it."""
    with st.expander("Usulkan pengambilalihan", expanded=_BROUGHT in st.session_state):
        st.markdown("1. Unduh templat dan isi di Excel: satu baris untuk satu pinjaman.")
        st.download_button(
            "Unduh templat (.xlsx)",
            lambda: takeover_template(made_on=today()),
            file_name="templat-pinjaman-lama.xlsx",
            mime=_XLSX,
            on_click="ignore",
            icon=":material/download:",
        )
        st.markdown("2. Unggah yang sudah diisi. Belum ada yang dibukukan.")
        brought = _brought(person)
        if brought is not None:
            _look(person, brought)


def _brought(person: Person) -> _Brought | None:
    nonce = st.session_state.setdefault(_NONCE, uuid4().hex)
    file = st.file_uploader(
        "Buku kerja pinjaman lama (.xlsx)",
        key=f"{nonce}:berkas",
        on_change=_forget,
        max_upload_size=LIMITS.most_bytes // 1024**2,
    )
    kept = st.session_state.get(_BROUGHT)
    if isinstance(kept, _Brought) and kept.person_id == person.id:
        return kept
    if not isinstance(file, UploadedFile):
        return None
    told = read_or_say(read_told_workbook, file.getvalue())
    if told is None:
        return None
    brought = _Brought(shortened(file.name, 100) or "tanpa nama", told, person.id, uuid4().hex)
    st.session_state[_BROUGHT] = brought
    return brought


def _look(person: Person, brought: _Brought) -> None:
    for note in brought.told.notes:
        st.caption(f"ℹ {plain(note)}")
    form = Form(brought.nonce, {}, Takeover)
    st.markdown("3. Tanggal saldo: jumlah di berkas adalah keadaan pada akhir hari itu.")
    cut_off = form.ask("cut_off")
    if cut_off is None:
        st.info("Isi tanggal saldo untuk memeriksa isi berkas.")
        return
    with database().read() as session:
        problems = takeover_days(session, person, cut_off, today())
        taken = numbers_in_use(session, person)
    if problems:
        say_problems(problems, form)
        return
    read = _read(brought, cut_off, taken)
    _show_bad(read)
    if not read.loans:
        st.warning("Belum ada pinjaman yang dapat diambil alih. Perbaiki berkasnya, lalu unggah lagi.")
        return
    st.success(f"{number(len(read.loans))} pinjaman dapat diambil alih.")
    loans = tuple(one.loan for one in read.loans)
    show_loans(loans)
    _propose(person, brought, form, Takeover(cut_off=cut_off, loans=loans, signed=_NOTHING))


_NOTHING = SignedBalance(document="", principal=0)


def _read(brought: _Brought, cut_off: date, taken: Mapping[str, str]) -> WorkbookRead:
    """What the workbook comes to, read once for each cut-off day."""
    key, kept = (brought.nonce, cut_off, dict(taken)), st.session_state.get(_READ)
    if kept is None or kept[0] != key:
        with st.spinner("Memeriksa pinjaman …"):
            kept = (key, read_loans(brought.told.lines, cut_off, taken))
        st.session_state[_READ] = kept
    found: WorkbookRead = kept[1]
    return found


def _show_bad(read: WorkbookRead) -> None:
    wrong = [one for one in read.bad if one.faults]
    if not wrong:
        return
    loans = sum(one.raw.part is Part.LOANS for one in read.bad)
    st.warning(
        f"{number(len(wrong))} baris perlu diperbaiki, sehingga {number(loans)} pinjaman belum ikut. Yang "
        "benar tetap dapat diusulkan; unduh yang salah, perbaiki, lalu unggah untuk usul berikutnya."
    )
    with st.container(height=260 if len(wrong) > 4 else "content"):
        for one in wrong[:_SHOWN]:
            told = " ".join(fault.told for fault in one.faults)
            st.markdown(f"**{one.raw.part.label}, baris {one.raw.line}** · {plain(told)}")
    if len(wrong) > _SHOWN:
        st.caption(f"Ditampilkan {_SHOWN} baris pertama; semuanya ada di berkas unduhan.")
    st.download_button(
        f"Unduh {number(len(read.bad))} baris yang dikembalikan",
        lambda: takeover_bad_lines(read.bad, made_on=today()),
        file_name="pinjaman-lama-dikembalikan.xlsx",
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )


def _propose(person: Person, brought: _Brought, form: Form, told: Takeover) -> None:
    sums = sums_of(told.loans, told.cut_off)
    st.markdown("4. Bandingkan dengan neraca saldo yang ditandatangani.")
    form.ask("signed.document", hint="mis. Neraca saldo 31 Desember 2025, ditandatangani Kepala Dinas")
    with st.container(horizontal=True):
        form.ask("signed.principal")
        form.ask("signed.loans", aside="boleh kosong")
        form.ask("signed.interest_due", aside="boleh kosong")
    reason = _compare(form, sums)
    st.caption(f"Dibukukan sesudah {SampangRole.TEAM_LEAD.label} menyetujui.")
    sent = st.button(
        f"Usulkan pengambilalihan {number(sums.loans)} pinjaman", type="primary", key=f"{brought.nonce}:kirim"
    )
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    signed = SignedBalance(**form.answers("signed"))
    takeover = Takeover(
        cut_off=told.cut_off, loans=told.loans, signed=signed, reason=reason, file_name=brought.name
    )
    done = send(
        lambda session, at: propose_takeover(session, person, takeover, nonce=brought.nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    _forget()
    st.session_state.pop(_NONCE, None)
    what = f"Pengambilalihan {number(sums.loans)} pinjaman diusulkan"
    says = f"{what}; {SampangRole.TEAM_LEAD.label} menyetujuinya."
    say_saved(Saved(says, correcting="Keliru? Usul ini dapat ditarik selama belum disetujui."))
    st.rerun()


def _compare(form: Form, sums: Sums) -> str:
    """Show the figures beside those that were typed; where they differ, ask why."""
    told = form.answers("signed")
    if told.get("principal") is None:
        st.caption("Isi pokok menurut neraca saldo untuk melihat selisihnya.")
        return ""
    signed = SignedBalance(**{**told, "document": told.get("document") or "belum disebut"})
    show_compared(sums, signed)
    if not differs(sums, signed):
        return ""
    return str(form.ask("reason", label="Penjelasan selisih", hint="mis. dua pinjaman dicatat di buku lain"))


def _forget() -> None:
    """Drop what was brought before."""
    for key in (_BROUGHT, _READ):
        st.session_state.pop(key, None)
