"""Answers with which nothing stands in the way, of businesses and of koperasi."""

from datetime import date

from domain.sampang.application import BusinessAnswers, CooperativeAnswers
from domain.sampang.kinds import CooperativeGrade, CooperativeLevel, Premises


def business_answers(net_assets: int, annual_sales: int, founded_on: date) -> BusinessAnswers:
    """Give the answers of a licensed business in its own building, without arrears."""
    return BusinessAnswers(
        founded_on=founded_on,
        active_since=founded_on,
        net_assets=net_assets,
        annual_sales=annual_sales,
        has_licence=True,
        premises=Premises.OWN,
        business_arrears=False,
        owner_arrears=False,
        spouse_arrears=False,
    )


def cooperative_answers(filed_on: date, *, incorporated_on: date, board_size: int = 5) -> CooperativeAnswers:
    """Give the answers of a primary koperasi that held its meetings of the last three book years."""
    return CooperativeAnswers(
        level=CooperativeLevel.PRIMARY,
        functional=False,
        incorporated_on=incorporated_on,
        grade=CooperativeGrade.FAIR,
        annual_meeting_years=tuple(range(filed_on.year - 3, filed_on.year)),
        board_size=board_size,
        board_signatures=board_size,
        senkuko=False,
    )
