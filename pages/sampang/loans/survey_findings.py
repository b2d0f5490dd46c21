"""The findings of all surveyors side by side, and in words where they differ."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Aspect, SurveyFinding, SurveyMinutes
from domain.sampang.origination.surveyors import WITHOUT_BANK, bank_is_missing, differences, judged_in_survey
from pages.parts.text import plain

_NOT_SAID = "–"
_YES_NO = {True: "ya", False: "tidak", None: _NOT_SAID}


def show_survey(file: LoanFile) -> None:
    """Show what every surveyor found, where they differ, and what they agreed on."""
    if not file.findings:
        st.info(
            "Belum ada temuan survei yang dicatat."
            if file.older is None
            else "Pinjaman ini disurvei sebelum aplikasi ini; hasilnya tidak tercatat di sini."
        )
    else:
        show_differences(file.findings)
        st.table(_side_by_side(file.findings))
    if file.survey is not None:
        _show_minutes(file.survey)


def show_differences(findings: Sequence[SurveyFinding]) -> None:
    """Say each difference in a sentence; nothing where the surveyors agree."""
    if bank_is_missing(findings):
        st.warning(WITHOUT_BANK)
    told = differences(findings)
    if told:
        st.warning("Temuan surveyor berbeda:\n" + "".join(f"\n- {plain(sentence)}" for sentence in told))


def _side_by_side(findings: Sequence[SurveyFinding]) -> pd.DataFrame:
    columns = {plain(one.surveyor): _column(one) for one in findings}
    return pd.DataFrame(columns)


def _column(one: SurveyFinding) -> dict[str, str]:
    return {
        "Unsur": one.element.label,
        "Tanggal": indonesian_date(one.on),
        "Jumlah": _NOT_SAID if one.amount is None else rupiah(one.amount),
        "Jangka waktu": _NOT_SAID if one.term_months is None else f"{one.term_months} bulan",
        "Karakter baik": _YES_NO[one.character_good],
        "Wilayah mendukung": _YES_NO[one.region_supports],
        **{aspect.label: plain(one.notes.get(aspect, "")) or _NOT_SAID for aspect in Aspect},
        "Foto disebut": plain(one.photos) or _NOT_SAID,
    }


def _show_minutes(minutes: SurveyMinutes) -> None:
    number = plain(minutes.number) or "belum bernomor"
    st.markdown(
        f"**Berita acara hasil survei** ({number}, {indonesian_date(minutes.on)}): {rupiah(minutes.amount)}, "
        f"{minutes.term_months} bulan, {judged_in_survey(minutes)} (VI.2.a)."
    )
    st.caption(plain(minutes.reason))
