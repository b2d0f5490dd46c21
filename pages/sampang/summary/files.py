"""The applications by stage and by verdict."""

import pandas as pd
import streamlit as st

from db.sampang.headlines import SampangSummary
from domain.dates import indonesian_date
from domain.money import number
from domain.regulation.assessment import Verdict
from pages.parts.verdicts import label_of


def show_files(summary: SampangSummary) -> None:
    """Show how many files are at each stage, and the verdicts of those not decided yet."""
    st.subheader("Berkas menurut tahap", anchor=False)
    stages = [(one.stage.label, number(one.files), indonesian_date(one.since)) for one in summary.stages]
    st.table(pd.DataFrame(stages, columns=["Tahap", "Berkas", "Paling lama sejak"]).set_index("Tahap"))
    st.subheader("Kelayakan berkas yang belum diputus", anchor=False)
    order = [*Verdict, None]
    verdicts = [(label_of(one), number(summary.verdicts[one])) for one in order if one in summary.verdicts]
    st.table(pd.DataFrame(verdicts, columns=["Hasil", "Berkas"]).set_index("Hasil"))
    st.caption("Hasil pemeriksaan program; yang memutuskan Pokjanis (Romawi VI angka 2 huruf b).")
