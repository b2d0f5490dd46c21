"""Fixing a round's result with its minutes, and what is said of a result that stands (Pasal 8 huruf e)."""

import streamlit as st

from db.blitar.selection.round_results import differences, fix_result
from domain.blitar.selecting.deciding import ResultMinutes, check_minutes, in_the_way_of_deciding
from domain.blitar.selecting.results import InTheWay
from domain.dates import indonesian_date
from pages.blitar.selection.viewing import View
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.store import database
from pages.parts.text import plain


def show_reasons(in_way: tuple[InTheWay, ...]) -> None:
    """List what is in the way, each with its provision."""
    st.markdown("\n".join(f"- {plain(reason.told)}" for reason in in_way))


def fix(view: View) -> None:
    """Ask for the number of the minutes and fix the result, once nothing is in the way."""
    st.subheader("Tetapkan hasil", anchor=False)
    st.caption(
        "Dengan berita acara penetapan peserta lulus (Pasal 8 huruf e). Sesudahnya tidak ada yang dapat "
        "diubah; seluruh matriks disimpan agar seleksi ini dapat ditelusuri kembali."
    )
    told = [(entry.standing, entry.found) for entry in view.entries]
    in_way = in_the_way_of_deciding(view.stored.round, told, view.day)
    if in_way:
        st.markdown("**Yang masih perlu diselesaikan**")
        show_reasons(in_way)
        return
    name = f"minutes:{view.stored.id}"
    form = Form(nonce_of(name), {}, ResultMinutes)
    with st.container(border=True):
        form.ask("minutes_number", help="Dari kantor; program tidak membuat nomor")
        form.ask("on")
        sent = st.button("Tetapkan hasil", type="primary", key=f"{form.nonce}:minutes:kirim")
    if not sent:
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    minutes = ResultMinutes(**form.answers())
    if say_problems(check_minutes(view.stored.round, minutes, view.day), form):
        return
    done = send(
        lambda session, at: fix_result(session, view.person, view.stored.id, minutes, at=at),
        fields=form,
    )
    if done is None:
        return
    forget(name)
    say_saved("Hasil seleksi ditetapkan. Berita acara dan pengumumannya dapat dicetak dari tombol Surat.")
    st.rerun()


def show_decided(view: View) -> None:
    """Say with which minutes the result stands, and whether it can be worked out again."""
    on = view.stored.decided_on
    told = f"Hasil ditetapkan {indonesian_date(on)}" if on else "Hasil ditetapkan"
    st.success(plain(f"{told} dengan berita acara {view.stored.minutes_number}."))
    with database().read() as session:
        found = differences(session, view.stored)
    if not found:
        st.caption("Dihitung ulang dari data yang disimpan: hasilnya sama seperti saat ditetapkan.")
        return
    with st.expander(f"Dihitung ulang, {len(found)} hal berbeda dari saat ditetapkan"):
        st.markdown("\n".join(f"- {plain(one)}" for one in found))
