"""The chain of what is kept for ever: its end, whether it holds, and whether it is still the same."""

from typing import Final

import streamlit as st

from db.chain.checking import chain_end, check_chain, is_same_end
from db.chain.walking import ChainFound, Head
from documents.office.chain_paper import chain_paper
from domain.money import number
from domain.programme import Programme
from domain.roles import Person
from pages.parts.chain_words import told_break
from pages.parts.installation import served
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import number_in_address

_HEX: Final = 64


def show_chain(person: Person, programme: Programme) -> None:
    """Show the end of the chain, and offer to walk it and to compare."""
    with database().read() as session:
        end = chain_end(session, person, programme)
    demo = is_demo_database()
    with st.container(border=True, key="rantai"):
        st.markdown(
            f"**Rantai catatan** · {number(end.number)} mata rantai. Setiap catatan audit, pembukuan, tanda "
            "terima, surat terbit, dan laporan terkirim diikat kepada semua yang sebelumnya."
        )
        with st.container(horizontal=True):
            walk = st.button("Periksa seluruh rantai", icon=":material/link:")
            st.download_button(
                "Cetak ujung rantai",
                lambda: chain_paper(
                    end.number, end.hash, on=today(), by=person.name, office=_office(), demo=demo
                ),
                file_name=f"ujung-rantai-{end.number}.pdf",
                mime="application/pdf",
                on_click="ignore",
                icon=":material/print:",
            )
        if walk:
            bar = st.progress(0.0, text="Memeriksa …")
            with database().read() as session:
                found = check_chain(session, person, programme, bar.progress)
            bar.empty()
            _say(found)
        with st.expander("Bandingkan dengan ujung yang dicetak dahulu"):
            _compare(person, programme)


def _office() -> str:
    return " · ".join(one.name for one in served())


def _say(found: ChainFound) -> None:
    if found.broken is None:
        st.success(
            f"**Utuh.** {number(found.links)} mata rantai dengan {number(found.rows)} catatan, sampai "
            "ujungnya."
        )
        return
    st.error(f"**Rusak** pada mata rantai {number(found.broken.link)}: {told_break(found.broken)}.")
    st.markdown(
        f"{number(found.links)} mata rantai sebelumnya utuh. Jangan ubah apa pun; simpan salinan basis data "
        "ini, lalu bandingkan dengan cadangan sebelum mata rantai itu."
    )


def _compare(person: Person, programme: Programme) -> None:
    which, what = st.columns([1, 4])
    told_number = number_in_address(which.text_input("Nomor", key="ujung-nomor", max_chars=12).strip())
    told = "".join(what.text_input("Sidik", key="ujung-sidik", max_chars=100).split()).lower()
    if not told:
        st.caption("Ketik nomor dan sidik dari kertas yang dicetak dahulu; spasi tidak dihitung.")
        return
    if told_number is None or len(told) != _HEX or set(told) - set("0123456789abcdef"):
        st.error(
            f"Nomor berupa angka, dan sidik terdiri atas {_HEX} angka atau huruf a sampai f. Periksa "
            "ketikannya."
        )
        return
    with database().read() as session:
        same = is_same_end(session, person, programme, Head(told_number, told))
    if same is None:
        st.error(
            "Rantai ini tidak sepanjang itu. Periksa dahulu nomornya; bila benar tercetak demikian, catatan "
            "yang dahulu ada kini tidak ada."
        )
    elif same:
        st.success("**Sama.** Semua sampai mata rantai itu masih seperti ketika dicetak.")
    else:
        st.error(
            "**Berbeda.** Periksa dahulu ketikannya, huruf demi huruf; bila benar tercetak demikian, catatan "
            "sampai mata rantai itu tidak lagi seperti ketika dicetak."
        )
