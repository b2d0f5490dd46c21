"""What a step looks at besides its file: the law of the day, the fund, and the borrower's other loans."""

from datetime import date

from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.application_rows import application_row
from db.sampang.fund.ledger import position_of
from db.sampang.origination.kin import kinship_of
from db.tables import ApplicationRow
from domain.roles import Person
from domain.sampang.origination.conditions import Around
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def surroundings(session: Session, actor: Person, application_id: int, day: date) -> Around:
    """The surroundings of a file on a day, for a screen that shows what stands in the way."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    return around_of(session, application_row(session, application_id), day)


def around_of(session: Session, row: ApplicationRow, day: date) -> Around:
    """The surroundings of a held file on a day."""
    law = law_of(session, SAMPANG, day).as_filed(row.filed_on)
    return Around(law, position_of(session), kinship_of(session, row))
