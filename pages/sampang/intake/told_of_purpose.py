"""The notice about the applicant's data: the text to read out, and when and by whom it was given."""

import streamlit as st

from domain.purpose_notices import FUND, PROVISION, NoticeGiven, given
from pages.parts.fields import Form


def read_notice(form: Form, by: str, before: NoticeGiven) -> NoticeGiven:
    """Ask when it was given; who gave it is the one who says so."""
    st.markdown("**Pemberitahuan data pribadi**")
    st.caption(
        f"Bacakan kepada pemohon ({PROVISION}, bukan ketentuan Perbup), lalu isi tanggalnya. Kosongkan bila "
        "belum: pengajuan tetap diterima dan hasilnya tidak berubah."
    )
    st.markdown(f"> {FUND.text}")
    left, right = st.columns(2)
    with left:
        on = form.ask("notice.notice_on", label="Disampaikan pada")
    if on is None:
        return NoticeGiven()
    with right:
        said = form.ask("notice.notice_by", label="Disampaikan oleh", hint=by)
    return given(on, said or before.notice_by or by, before, FUND)
