"""A later instrument in words: what it is, since when, what it changes, and what it takes out."""

from collections.abc import Mapping

import streamlit as st

from db.office.later_instruments import StoredInstrument
from domain.dates import indonesian_date, indonesian_moment
from domain.regulation.amending import value_before
from domain.regulation.later_instruments import InstrumentTold, NewValue
from domain.regulation.parameter import Parameter
from domain.regulation.rules import Regulation
from domain.regulation.wording import parameter_value
from pages.parts.text import plain


def show_instrument(one: StoredInstrument, regulation: Regulation) -> None:
    """Show an instrument with everything that it changes of a regulation."""
    told = one.later.told
    st.markdown(f"**{plain(one.later.name)}** tentang {plain(told.title)}")
    st.markdown(
        f"Ditetapkan {indonesian_date(told.enacted_on)}, berlaku sejak "
        f"**{indonesian_date(told.in_force_since)}**.  \nBerlaku bagi: {plain(told.reach.label)}."
    )
    for line in changes_in_words(told, regulation):
        st.markdown(f"- {line}")
    st.caption(f"Disusun {plain(one.entered_by)}, {indonesian_moment(one.entered_at)}.")


def changes_in_words(told: InstrumentTold, regulation: Regulation) -> list[str]:
    """Each number and each rule that it changes, as lines of Markdown."""
    titles = {rule.id: rule.title for rule in regulation.rules}
    numbers = [_number(one, told, regulation.parameters) for one in told.values]
    ends = [
        f"{plain(one.rule)} {plain(titles.get(one.rule, ''))}: **berakhir** ({plain(one.place)})"
        for one in told.ends
    ]
    return [*numbers, *ends]


def _number(one: NewValue, told: InstrumentTold, parameters: Mapping[str, Parameter]) -> str:
    parameter = parameters.get(one.key)
    if parameter is None:
        return f"{plain(one.key)}: **{one.value}** ({plain(one.place)})"
    before = parameter_value(parameter, value_before(parameter, told))
    becomes = parameter_value(parameter, one.value)
    return f"{plain(parameter.label)}: {plain(before)} menjadi **{plain(becomes)}** ({plain(one.place)})"
