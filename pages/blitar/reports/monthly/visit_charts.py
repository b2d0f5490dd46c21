"""Two charts: verified visits month by month, and by task."""

from typing import cast

import altair as alt
import pandas as pd
import streamlit as st

from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import TASKS
from domain.dates import indonesian_month
from domain.money import number
from pages.blitar.reports.monthly.report_page import Page

_LOCALE = alt.Locale(number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp", ""]))
_LABELS = alt.Axis(labelAngle=0, labelOverlap=True, title=None)


def show_charts(page: Page) -> None:
    """Show both charts with their numbers written at the bars."""
    st.subheader("Grafik", anchor=False)
    with st.grid("auto", min_column_width=300, gap="medium"):
        with st.container(gap="xsmall"):
            st.markdown("**Kunjungan terverifikasi per bulan**")
            st.altair_chart(_by_month(page.figures), width="stretch", alt=_months_in_words(page.figures))
        with st.container(gap="xsmall"):
            st.markdown(f"**Kunjungan per tugas ({TASKS.place})**")
            st.altair_chart(_by_task(page.figures), width="stretch", alt=_tasks_in_words(page.figures))


def _by_month(figures: ReportFigures) -> alt.LayerChart:
    rows = pd.DataFrame(
        {
            "Bulan": indonesian_month(month, short=True),
            "Nama": indonesian_month(month),
            "Kunjungan": count,
            "Angka": number(count),
        }
        for month, count in figures.visits_by_month.items()
    )
    base = alt.Chart(rows, height=330).encode(
        x=alt.X("Bulan:O", sort=None, axis=_LABELS),
        y=alt.Y("Kunjungan:Q", title="Kunjungan"),
        tooltip=["Nama:N", "Angka:N"],
    )
    drawn = base.mark_bar() + base.mark_text(dy=-7, color=_ink()).encode(text="Angka:N")
    return cast(alt.LayerChart, drawn.configure(locale=_LOCALE))


def _by_task(figures: ReportFigures) -> alt.LayerChart:
    rows = pd.DataFrame(
        {"Tugas": f"{task.letter}. {task.label}", "Kunjungan": count, "Angka": number(count)}
        for task, count in figures.by_task.items()
    )
    base = alt.Chart(rows, height=alt.Step(21)).encode(
        x=alt.X("Kunjungan:Q", title="Kunjungan"),
        y=alt.Y("Tugas:N", sort=None, title=None, axis=alt.Axis(labelLimit=170, labelOverlap=False)),
        tooltip=["Tugas:N", "Angka:N"],
    )
    drawn = base.mark_bar() + base.mark_text(align="left", dx=3, color=_ink()).encode(text="Angka:N")
    return cast(alt.LayerChart, drawn.configure(locale=_LOCALE))


def _ink() -> str:
    """The colour of text in the present mode; marks of text would be black in both."""
    mode = "dark" if st.context.theme.type == "dark" else "light"
    return str(st.get_option(f"theme.{mode}.textColor"))


def _months_in_words(figures: ReportFigures) -> str:
    told = [f"{indonesian_month(month)} {number(count)}" for month, count in figures.visits_by_month.items()]
    return f"Diagram batang kunjungan terverifikasi per bulan: {', '.join(told)}."


def _tasks_in_words(figures: ReportFigures) -> str:
    told = [f"{task.label} {number(count)}" for task, count in figures.by_task.items()]
    return f"Diagram batang kunjungan per tugas: {', '.join(told)}."
