"""The applications by stage and by verdict."""

import pandas as pd
import streamlit as st

from db.sampang.file_stages import AtStage
from db.sampang.headlines import SampangSummary
from domain.dates import indonesian_date
from domain.money import number
from domain.regulation.assessment import Verdict
from domain.sampang.origination.stages import Stage
from pages.parts.verdicts import label_of

# Where a file waits no more, since when the oldest is there says nothing.
_ENDED = {Stage.DISBURSED, Stage.REFUSED, Stage.WITHDRAWN}


def show_files(summary: SampangSummary) -> None:
    """Show how many files are at each stage, and the verdicts of those not decided yet."""
    st.subheader("Berkas menurut tahap", anchor=False)
    stages = [(one.stage.label, number(one.files), _since(one)) for one in summary.stages]
    st.table(pd.DataFrame(stages, columns=["Tahap", "Berkas", "Paling lama sejak"]).set_index("Tahap"))
    st.subheader("Kelayakan berkas yang belum diputus", anchor=False)
    order = [*Verdict, None]
    verdicts = [(label_of(one), number(summary.verdicts[one])) for one in order if one in summary.verdicts]
    st.table(pd.DataFrame(verdicts, columns=["Hasil", "Berkas"]).set_index("Hasil"))
    st.caption("Hasil pemeriksaan program; yang memutuskan Pokjanis (Romawi VI angka 2 huruf b).")


def _since(one: AtStage) -> str:
    return "–" if one.stage in _ENDED else indonesian_date(one.since)
