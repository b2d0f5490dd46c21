"""The one screen of an installation whose database is not opened: why, and what whoever installs it does."""

import streamlit as st

from db.refusals import EmptyDatabase, NotOpened
from pages.parts.installation import MistakenSetting
from pages.parts.text import plain


def say_not_opened(why: NotOpened | MistakenSetting) -> None:
    """Say it; for an empty database with the two commands that choose what it shall be."""
    st.title("Belum dapat dibuka")
    if not isinstance(why, EmptyDatabase):
        st.error(plain(why.sentence))
        return
    st.info(plain(why.sentence))
    st.markdown("Untuk mencoba-coba, dengan orang dan pekerjaan karangan:")
    st.code("python -m scripts.begin demo", language="shell")
    st.markdown("Untuk dipakai sungguh-sungguh; siapkan dahulu masuk dengan akun (`docs/deployment.md`):")
    st.code("python -m scripts.begin real", language="shell")
