"""What the running application keeps, read past its screens."""

from sqlalchemy import select

from db.engine import Database
from db.office.people import personas
from db.sampang.applications.application_list import Filter, list_applications
from db.sampang.applications.assessments import receipts
from db.tables import ApplicationRow, SelectionRoundRow
from domain.sampang.roles import SampangRole


class Store:
    """The database of the running application."""

    def __init__(self, url):
        self.database = Database.at(url)
        with self.database.read() as session:
            self.people = personas(session)

    def who(self, role):
        return next(person for person in self.people if role in person.roles)

    def rows(self, text):
        with self.database.read() as session:
            found = list_applications(
                session, self.who(SampangRole.OFFICER), Filter(text=text), page_size=200
            )
        return found.rows

    def count_receipts(self, row):
        with self.database.read() as session:
            return len(receipts(session, self.who(SampangRole.OFFICER), row.id))

    def stage_ids(self, session, stage):
        """The numbers of the files at a stage."""
        return list(session.scalars(select(ApplicationRow.id).where(ApplicationRow.status == stage)))

    def open_round(self, session):
        """The number of a selection round whose result is not decided yet."""
        running = SelectionRoundRow.decided_on.is_(None)
        return session.scalar(select(SelectionRoundRow.id).where(running).limit(1))
