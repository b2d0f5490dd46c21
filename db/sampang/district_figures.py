"""What the map of Sampang shows of each kecamatan, counted and summed in SQL; no names."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.lending_figures import lending_on
from db.tables import FileCountRow
from domain.roles import Person
from domain.sampang.district_figures import DistrictFigures
from domain.sampang.fund.loan_course import NO_LENDING, Lending
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def district_figures(session: Session, actor: Person, day: date) -> Mapping[str | None, DistrictFigures]:
    """The figures of each kecamatan that has any, by code; None holds those whose kecamatan is not known.

    An instalment is behind when its day lies before `day` and it is not fully paid by then.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_SAMPANG_MAP)
    return figures_by_district(session, lending_on(session, day))


def figures_by_district(
    session: Session, lending: Mapping[str | None, Lending]
) -> Mapping[str | None, DistrictFigures]:
    """The applications of each kecamatan beside its lending of a day; the verbs have asked who may."""
    stages: dict[str | None, dict[Stage, int]] = {}
    for code, status, count in session.execute(_applications()):
        stages.setdefault(code or None, {})[Stage(status)] = int(count)
    return {code: _figures(by_stage, lending.get(code, NO_LENDING)) for code, by_stage in stages.items()}


def _figures(by_stage: Mapping[Stage, int], lending: Lending) -> DistrictFigures:
    return DistrictFigures(
        by_stage=by_stage,
        loans=lending.running,
        settled=lending.settled,
        lent=lending.lent,
        owed=lending.owed,
        behind=lending.behind,
        loans_behind=lending.loans_behind,
    )


def _applications() -> Select[str, str, int]:
    table = FileCountRow
    return (
        select(table.district_code, table.status, func.sum(table.files))
        .group_by(table.district_code, table.status)
        .having(func.sum(table.files) > 0)
    )
