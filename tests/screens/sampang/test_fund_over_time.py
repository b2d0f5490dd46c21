"""Kas dana, Perkiraan dana: when an amount can be lent again, and what is not known is not told as a no."""

from fractions import Fraction

import pytest
from sqlalchemy import update

from db.sampang.fund.ledger import position_of
from db.sampang.fund_over_time import fund_over_time
from db.tables import BankFileRow
from domain.money import rupiah
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from pages.sampang.fund.fund_tabs import PART, FundTab
from tests.screens.demo_office import FUND, calm, labelled, said


def opened(office, role=SampangRole.TEAM_LEAD):
    return office.open(office.by_role[role], FUND, **{PART: str(FundTab.OVER_TIME)})


def found(office):
    with office.database.read() as session:
        return fund_over_time(session, office.officer, today())


def ask(screen, amount):
    labelled(screen.text_input, "Jumlah yang ingin digulirkan").set_value(amount)
    return calm(screen.run())


@pytest.mark.parametrize(
    "role", [SampangRole.OFFICER, SampangRole.TEAM_LEAD, SampangRole.TEAM_MEMBER, OfficeRole.LEADERSHIP]
)
def test_who_reads_the_fund_is_told_when_two_hundred_million_can_be_lent(office, role):
    assert "Kapan Rp200.000.000 dapat digulirkan?" in said(opened(office, role))


def test_all_that_is_lent_falls_due_in_some_month_or_is_overdue(office):
    with office.database.read() as session:
        lent = position_of(session).lent
    fund = found(office)
    assert sum(fund.coming.values()) + fund.overdue == lent
    assert fund.overdue > 0
    screen = opened(office)
    assert len(screen.dataframe[0].value) == len(fund.months())
    assert rupiah(fund.overdue) in said(screen)


def test_the_rate_of_the_demo_is_shown_with_what_it_is_made_of(office):
    fund = found(office)
    assert 0 < fund.rate < 1
    assert fund.rate == Fraction(fund.observed.received, fund.observed.due)
    told = said(opened(office))
    assert rupiah(fund.observed.due) in told
    assert rupiah(fund.observed.received) in told


def test_what_is_free_now_needs_no_waiting(office):
    told = said(ask(opened(office), rupiah(found(office).free)))
    assert told.count("sekarang") == 2


def test_what_no_plan_brings_is_not_reached_and_it_is_said_within_how_many_months(office):
    fund = found(office)
    screen = ask(opened(office), rupiah(fund.free + sum(fund.coming.values()) + 1))
    assert said(screen).count("tidak tercapai dalam") >= 2


def test_without_the_banks_data_the_rate_is_not_known_and_the_plan_still_answers(office):
    with office.database.write() as session:
        session.execute(update(BankFileRow).values(accepted_at=None))
    screen = ask(opened(office), rupiah(found(office).free + 1))
    assert "Bila tertagih seperti selama ini: **belum dapat diketahui**" in said(screen)
    assert set(screen.dataframe[0].value["Perkiraan masuk"]) == {"belum diketahui"}


def test_an_amount_that_cannot_be_read_gives_no_answer_and_the_months_stay(office):
    screen = ask(opened(office), "banyak")
    assert "Kapan" not in said(screen)
    assert len(screen.dataframe) == 1
