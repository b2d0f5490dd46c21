"""How far the collateral on the form covers the loan: what counts, what is needed, what is still short."""

import streamlit as st

from domain.money import rupiah
from domain.regulation.most import LimitFigure
from domain.regulation.outcomes import outcome_of
from domain.regulation.parameter import Unit
from domain.regulation.truth import MET, UNBOUNDED, Interval
from domain.regulation.wording import OUTCOMES, span, tell
from domain.sampang.pledged_cover import PledgedCover, is_unbounded
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain
from pages.parts.verdicts import outcome_badge

_LATER = "bila yang belum diketahui terpenuhi"


def show_cover(cover: PledgedCover) -> None:
    """Show the running total against what the provision asks, the limits, and what is still to be told."""
    rule = cover.finding.rule
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(rule.title)}**")
            outcome_badge(outcome_of(cover.finding))
            place_link(SAMPANG, rule.place, key="kartu-agunan")
        st.markdown(f"Dihitung: {_counted(cover.counted)}")
        st.markdown(f"Diperlukan: {_needed(cover.needed)}")
        st.markdown(f"Masih kurang: {_lacking(cover.lacking)}{_otherwise(cover)}")
        st.caption(f"Plafon dengan agunan ini: {_limit(cover.ceiling)}.")
        st.caption(f"Pinjaman yang tertutup agunan ini: {_limit(cover.backed)}.")
        for other in cover.other_readings:
            truth = next(truth for changed, truth in other.changes if changed is rule)
            name = plain(other.interpretation.read_as(other.letter))
            st.caption(f"{name}, ketentuan ini {OUTCOMES[truth]}.")
        _questions(cover.questions)


def _counted(counted: Interval) -> str:
    least, most = counted
    if least == most:
        return f"**{rupiah(least)}**"
    known = f"**{rupiah(least)}**" if least else "**belum dapat dihitung**"
    if most >= UNBOUNDED:
        return f"{known} – bisa lebih, sebab ada nilai yang belum diisi"
    return f"{known} – bisa sampai {rupiah(most)} {_LATER}"


def _needed(needed: int | None) -> str:
    return "**belum diketahui** – isi dahulu tab Pinjaman" if needed is None else f"**{rupiah(needed)}**"


def _lacking(lacking: Interval | None) -> str:
    if lacking is None:
        return "**belum dapat dihitung**"
    least, most = lacking
    if not most:
        return "**tidak ada**"
    if least == most:
        return f"**{rupiah(most)}**"
    otherwise = rupiah(least) if least else "tidak kurang"
    return f"**{rupiah(most)}** – menjadi {otherwise} {_LATER}"


def _otherwise(cover: PledgedCover) -> str:
    """By what the provision is met where the things on the cards alone would not do."""
    least, _ = cover.counted
    if cover.finding.truth is not MET or (cover.needed is not None and least >= cover.needed):
        return ""
    told = "; ".join(dict.fromkeys(tell(reason, cover.finding.case) for reason in cover.finding.reasons))
    return f" – terpenuhi tanpa itu: {plain(told)}"


def _limit(figure: LimitFigure) -> str:
    place = figure.limit.citations[0].short
    if is_unbounded(figure.least):
        return f"tidak dibatasi ({place})"
    most = UNBOUNDED if is_unbounded(figure.most) else figure.most
    if not figure.least and most:
        return f"belum dapat dihitung ({place})"
    return f"{span((figure.least, most), Unit.RUPIAH)} ({place})"


def _questions(questions: tuple[str, ...]) -> None:
    if not questions:
        return
    # One is enough on top, where more would move the cards below at every answer: each has its own.
    more = f" Dan {len(questions) - 1} hal lagi." if len(questions) > 1 else ""
    st.caption(f"Yang masih perlu diketahui: {plain(questions[0])}{more}")
