"""The form that proposes the logo of an office's papers: a PNG or JPEG, looked at before it is sent."""

import streamlit as st

from db.office.logos import propose_logo
from domain.logo import logo_from
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_proposals import SettingProposed
from domain.regulation.parameter import Parameter
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.office_logo import office_logo
from pages.parts.sending import send
from pages.parts.text import plain
from pages.parts.uploads import LARGEST_FORM


def propose_picture(
    person: Person, programme: Programme, parameter: Parameter, law: LawInForce, nonce: str
) -> str:
    """Ask for the picture and since when it stands on the papers; gives its title once it is stored."""
    key = parameter.on(law.day)
    now = office_logo(key) if isinstance(key, str) else b""
    st.caption("Sekarang:" if now else "Sekarang: tanpa logo.")
    if now:
        st.image(now, width=90)
    form = Form(f"{nonce}:{parameter.key}", {"since": law.day}, SettingProposed)
    with st.container(border=True):
        brought = st.file_uploader(
            "Gambar PNG atau JPEG",
            type=["png", "jpg", "jpeg"],
            max_upload_size=LARGEST_FORM,
            key=f"{form.nonce}:gambar",
            help="Digambar ulang dan diperkecil; yang lain di dalam berkasnya tidak ikut disimpan.",
        )
        form.ask("since")
        form.ask("reason", hint="mis. keputusan tentang lambang")
        drawn = logo_from(brought.getvalue()) if brought else Problem("value", "Gambarnya belum dipilih.")
        if isinstance(drawn, bytes):
            st.image(drawn, width=90)
        elif brought:
            st.markdown(f":red[⚠ {plain(drawn.sentence)}]")
        sent = st.button("Ajukan usulan", type="primary", key=f"{form.nonce}:kirim")
    if not sent:
        return ""
    problems = [*form.problems, *form.blanks(), *([drawn] if isinstance(drawn, Problem) else ())]
    form.say(problems)
    if problems or brought is None:
        st.error("Belum diajukan: perbaiki dahulu isian yang bertanda ⚠.")
        return ""
    told, data = SettingProposed(**form.answers()), brought.getvalue()
    stored = send(
        lambda session, at: propose_logo(
            session, person, programme, parameter, data, told, nonce=nonce, at=at
        )
    )
    return parameter.label if stored else ""
