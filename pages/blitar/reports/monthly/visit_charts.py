"""Two charts: verified visits month by month, and by task."""

from functools import cache

import streamlit as st

from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import TASKS
from domain.dates import indonesian_month
from domain.money import number
from pages.blitar.reports.monthly.report_page import Page
from pages.parts.chart import Shape, shape_of, show_chart


def show_charts(page: Page) -> None:
    """Show both charts with their numbers written at the bars."""
    st.subheader("Grafik", anchor=False)
    with st.grid("auto", min_column_width=300, gap="medium"):
        with st.container(gap="xsmall"):
            st.markdown("**Kunjungan terverifikasi per bulan**")
            show_chart(_by_month(_ink()), words=_months_in_words(page.figures), months=_months(page.figures))
        with st.container(gap="xsmall"):
            st.markdown(f"**Kunjungan per tugas ({TASKS.place})**")
            show_chart(_by_task(_ink()), words=_tasks_in_words(page.figures), tasks=_tasks(page.figures))


def _months(figures: ReportFigures) -> list[dict[str, object]]:
    return [
        {
            "Bulan": indonesian_month(month, short=True),
            "Nama": indonesian_month(month),
            "Kunjungan": count,
            "Angka": number(count),
        }
        for month, count in figures.visits_by_month.items()
    ]


def _tasks(figures: ReportFigures) -> list[dict[str, object]]:
    return [
        {"Tugas": f"{task.letter}. {task.label}", "Kunjungan": count, "Angka": number(count)}
        for task, count in figures.by_task.items()
    ]


@cache
def _by_month(ink: str) -> Shape:
    import altair as alt

    base = alt.Chart(alt.NamedData("months"), height=330).encode(
        x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
        y=alt.Y("Kunjungan:Q", title="Kunjungan"),
        tooltip=["Nama:N", "Angka:N"],
    )
    return shape_of(base.mark_bar() + base.mark_text(dy=-7, color=ink).encode(text="Angka:N"))


@cache
def _by_task(ink: str) -> Shape:
    import altair as alt

    base = alt.Chart(alt.NamedData("tasks"), height=alt.Step(21)).encode(
        x=alt.X("Kunjungan:Q", title="Kunjungan"),
        y=alt.Y("Tugas:N", sort=None, title=None, axis=alt.Axis(labelLimit=170, labelOverlap=False)),
        tooltip=["Tugas:N", "Angka:N"],
    )
    return shape_of(base.mark_bar() + base.mark_text(align="left", dx=3, color=ink).encode(text="Angka:N"))


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
