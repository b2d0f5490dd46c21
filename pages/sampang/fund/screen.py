"""Kas dana: what is free, spoken for, lent and returned, the books that say so, and where the money goes."""

import streamlit as st

from db.sampang.fund.opening_balance import Fund, fund
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.store import database
from pages.parts.tabs import open_tab
from pages.sampang.fund.accounts import show_accounts
from pages.sampang.fund.capital_changes import show_capital
from pages.sampang.fund.fund_chart import show_fund_chart
from pages.sampang.fund.fund_position import show_figures
from pages.sampang.fund.fund_tabs import PART, FundTab
from pages.sampang.fund.interest_flow import show_interest
from pages.sampang.fund.journal import show_journal
from pages.sampang.fund.month_closing import show_closing
from pages.sampang.fund.opening_balance import show_closed, show_opened_meanwhile
from pages.sampang.fund.over_time import show_over_time
from pages.sampang.fund.reversals import show_proposing, show_waiting
from pages.sampang.takeover.taking_over_tab import sees_takeovers, show_taking_over


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_FUND)
    st.title("Kas dana")
    with database().read() as session:
        found = fund(session, person)
    if not found.position.is_open:
        show_closed(person)
        return
    show_opened_meanwhile(found)
    tabs = [one for one in FundTab if one is not FundTab.OLDER or sees_takeovers(person)]
    tab, place = open_tab(tabs, PART, first=FundTab.BOOKS)
    with place:
        _open(tab, person, found)


def _open(tab: FundTab, person: Person, found: Fund) -> None:
    match tab:
        case FundTab.BOOKS:
            _show_books(person, found)
        case FundTab.INTEREST:
            show_interest(person)
        case FundTab.CAPITAL:
            show_capital(person, found)
        case FundTab.OVER_TIME:
            show_over_time(person)
        case FundTab.OLDER:
            show_taking_over(person)
        case FundTab.CLOSING:
            show_closing(person)


def _show_books(person: Person, found: Fund) -> None:
    show_figures(found)
    show_waiting(person)
    show_fund_chart(person)
    show_accounts(person)
    shown = show_journal(person)
    show_proposing(person, shown.lines)


main()
