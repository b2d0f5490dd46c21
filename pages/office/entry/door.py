"""The door: the only screen of who is not let in, at whatever address they knock."""

from collections.abc import Iterator
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from db.office.entry_settings import contacts
from domain.entering.outside import Outside
from pages.office.menu import addresses
from pages.parts.entry.providers import go_to, mistake, providers
from pages.parts.entry.visitor import sign_in_again, told_address, why_outside
from pages.parts.installation import served
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.parts.wings import installation_title

_NOBODY_SET: Final = "administrator aplikasi ini di dinas Anda"
_UNKNOWN: Final = {
    Outside.UNKNOWN: "alamat itu belum terdaftar pada aplikasi ini, atau sudah tidak aktif.",
    Outside.NO_ROLE: "alamat itu tidak mempunyai peran yang berlaku hari ini.",
    Outside.OTHER_ACCOUNT: (
        "alamat itu dahulu dipakai dengan akun lain. Peran tidak berpindah bersama alamat: administrator "
        "harus melepas akun yang lama dahulu."
    ),
    Outside.NOT_VERIFIED: (
        "penyedia akun belum memastikan bahwa alamat surel itu milik Anda. Buktikan dahulu alamatnya di sana."
    ),
}
_OVER: Final = {
    Outside.OVER: "Sesi Anda sudah berakhir, karena lama tidak dipakai atau sudah terlalu lama.",
    Outside.ENDED: (
        "Sesi ini sudah diakhiri: Anda keluar, masuk lagi di tab lain, atau diakhiri administrator. Bila "
        "baru saja masuk lagi di tab lain, muat ulang halaman ini."
    ),
}


def show_door() -> None:
    """Show the door at every address of a screen, so that the wanted page is still there afterwards."""
    outside = why_outside()
    pages = [_page(address, outside) for address in dict.fromkeys(["", *addresses()])]
    st.navigation(pages, position="hidden").run()


def _page(address: str, outside: Outside) -> StreamlitPage:
    return st.Page(
        lambda: _door(outside),
        title="Masuk",
        url_path=address,
        default=not address,
        visibility="visible" if not address else "hidden",
    )


def _door(outside: Outside) -> None:
    if outside in _UNKNOWN:
        _say_unknown(outside)
        return
    st.title(installation_title())
    if wrong := mistake():
        st.error(f"Belum dapat masuk: {plain(wrong)} Caranya di docs/deployment.md.")
        return
    if outside in _OVER:
        st.info(f"{_OVER[outside]} Yang sudah tersimpan tetap ada. Masuklah lagi.")
        st.button("Masuk lagi", type="primary", key="masuk-lagi", on_click=sign_in_again, args=(None,))
    else:
        st.markdown("Masuk dengan akun Anda. Halaman yang Anda tuju terbuka sesudahnya.")
        for name, label in providers().items():
            st.button(plain(label), type="primary", key=f"masuk:{name}", on_click=go_to, args=(name,))
    st.caption(f"Tidak dapat masuk? Hubungi {_whom_to_ask()}.")


def _say_unknown(outside: Outside) -> None:
    st.title("Belum dapat masuk")
    address = told_address()
    who = f"Anda masuk sebagai **{plain(address)}**, tetapi" if address else "Anda sudah masuk, tetapi"
    st.warning(f"{who} {_UNKNOWN[outside]}")
    st.markdown(f"Untuk mendapat akses, hubungi {_whom_to_ask()}. Sebutkan alamat surel di atas.")
    with st.container(horizontal=True):
        st.button("Coba lagi", icon=":material/refresh:", key="coba-lagi")
        st.button("Pakai akun lain", icon=":material/logout:", key="akun-lain", on_click=st.logout)


def _whom_to_ask() -> str:
    return " atau ".join(_contacts()) or _NOBODY_SET


def _contacts() -> Iterator[str]:
    with database().read() as session:
        yield from (plain(one) for one in contacts(session, served(), today()))
