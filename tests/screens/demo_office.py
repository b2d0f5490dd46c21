"""A demo office as a test of the screens sees it: people, screens, and what the store holds."""

from itertools import count

from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from db.office.people import personas
from db.opening import open_demo
from db.sampang.applications.application_list import Filter, list_applications
from db.sampang.applications.applications import application, save_draft
from db.sampang.applications.assessments import receipts
from db.tables import ApplicationRow
from demo.loading import load_demo
from domain.sampang.roles import SampangRole
from pages.parts.store import now, today
from tests.browser.driver import ROOT
from tests.made_once import made_once
from tests.screens.clock import clock_at
from tests.screens.opened_first import first_of_all, require_opened
from tests.screens.walking import A_RUN_ENDS_WITHIN

INTAKE = "pages/sampang/intake/screen.py"
ELIGIBILITY = "pages/sampang/eligibility/screen.py"
LEGAL_BASIS = "pages/office/legal_basis/screen.py"
MEETINGS = "pages/sampang/meetings/screen.py"
LOANS = "pages/sampang/loans/screen.py"
COLLECTION = "pages/sampang/collection/screen.py"
FUND = "pages/sampang/fund/screen.py"
MONTH_REPORTS = "pages/sampang/month_reports/screen.py"
DISTRICT_MAP = "pages/sampang/district_map/screen.py"
LETTER_CHECK = "pages/blitar/paper_check/screen.py"
PAPER_CHECK = "pages/sampang/paper_check/screen.py"
COVERAGE = "pages/blitar/coverage/screen.py"
SELECTION = "pages/blitar/selection/screen.py"
MENTORS = "pages/blitar/mentors/screen.py"
CLIENTS = "pages/blitar/clients/screen.py"
VISITS = "pages/blitar/visits/screen.py"
REPORTS = "pages/blitar/reports/screen.py"
SUMMARY = "pages/office/summary/screen.py"
POLICY = "pages/office/policy/screen.py"
HOME = "pages/office/home/screen.py"
SCREENS = (
    HOME, INTAKE, ELIGIBILITY, LEGAL_BASIS, MEETINGS, LOANS, COLLECTION, FUND, MONTH_REPORTS, DISTRICT_MAP,
    PAPER_CHECK, LETTER_CHECK, COVERAGE, SELECTION, MENTORS, CLIENTS, VISITS, REPORTS, SUMMARY, POLICY,
)  # fmt: skip
ENTRY = ROOT / "streamlit_app.py"
_nonces = count()


def a_demo_of(day):
    """A file with the demo data as of a day; to be copied, never to be written."""

    def fill(file):
        database = open_demo(f"sqlite:///{file}")
        with clock_at(day):
            load_demo(database, today=today(), now=now())
        database.close()

    return made_once(f"demo-{day}-10.15.sqlite3", fill)


class Office:
    """The people of the demo, by role, and the screens that they open."""

    def __init__(self, database):
        self.database = database
        with database.read() as session:
            self.people = personas(session)
        self.by_role = {role: person for person in reversed(self.people) for role in person.roles}
        self.officer = self.by_role[SampangRole.OFFICER]
        self.member = self.by_role[SampangRole.TEAM_MEMBER]

    def start(self, person=None, *, address=None):
        """Open the entry as a person, with what stands in the address."""
        screen = self._visitor(person)
        for name, value in (address or {}).items():
            screen.query_params[name] = value
        return calm(screen.run())

    def _visitor(self, person):
        screen = AppTest.from_file(ENTRY, default_timeout=A_RUN_ENDS_WITHIN)
        if person is not None:
            screen.session_state["persona-choice"] = person.id
        return screen

    def open(self, person, page, **address):
        """Open a screen as a person."""
        screen = self._visitor(person)
        first_of_all(screen, page)
        calm(addressed(screen, address).run())
        require_opened(screen, page)
        return screen

    def rows(self, **wanted):
        """List stored applications as the officer sees them."""
        with self.database.read() as session:
            return list_applications(session, self.officer, Filter(**wanted), page_size=200).rows

    def named(self, name):
        """Give the one stored application of a name."""
        (row,) = self.rows(text=name)
        with self.database.read() as session:
            return application(session, self.officer, row.id)

    def store(self, form):
        """Save a draft past the screens, and give its id."""
        with self.database.write() as session:
            return save_draft(session, self.officer, form, nonce=f"test-{next(_nonces)}", at=now()).id

    def count(self):
        """Count the stored applications."""
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(ApplicationRow))

    def receipts(self, application_id):
        """List the kept assessments of an application, the newest first."""
        with self.database.read() as session:
            return receipts(session, self.officer, application_id)


def go(screen, page, **address):
    """Name the screen to be opened next, and what stands in its address."""
    screen.switch_page(page)
    return addressed(screen, address)


def addressed(screen, address):
    """Name what stands in the address of the screen to be opened."""
    # As the browser does: an address belongs to its own screen.
    for name in ("no", "baru"):
        screen.query_params.pop(name, None)
    for name, value in address.items():
        screen.query_params[name] = str(value)
    return screen


def calm(screen):
    """Give the screen back, after making sure that nothing went wrong on it."""
    assert [error.value for error in screen.exception] == []
    return screen


def sentences(screen):
    """Everything that the screen says in words."""
    kinds = (screen.title, screen.subheader, screen.markdown, screen.caption, screen.info)
    more = (screen.warning, screen.error, screen.success)
    return [element.value for kind in (*kinds, *more) for element in kind]


def said(screen):
    """All words of the screen as one text, with the escapes of Markdown taken away."""
    return unescaped("\n".join(sentences(screen)))


def unescaped(text):
    """Take the escapes of Markdown away."""
    return text.replace("\\", "")


def labelled(elements, label):
    """Find the one element with a label."""
    (found,) = [element for element in elements if element.label == label]
    return found


def badges(screen):
    """The words of every badge."""
    return [unescaped(element.value) for element in screen.markdown if "-badge[" in element.value]
