"""The screen `Pinjaman` as a test uses it, on files that the verbs have brought to a stage."""

from dataclasses import replace
from types import SimpleNamespace

from db.sampang.applications.applications import application, save_draft
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.db.people import a_nonce
from tests.db.sampang.lending import Lending
from tests.screens.as_typed import as_typed, date_it
from tests.screens.demo_office import calm, labelled
from tests.screens.walking import elements

LOANS = "pages/sampang/loans/screen.py"
# Whom the list and the file name at each stage.
WAITS_FOR = [
    (Stage.FILED, "petugas"),
    (Stage.CHECKED, "anggota Pokjanis, Ketua Harian atau Bank Jatim"),
    (Stage.SURVEYED, "anggota Pokjanis atau Ketua Harian"),
    (Stage.POSTPONED, "anggota Pokjanis atau Ketua Harian"),
    (Stage.APPROVED, "petugas"),
    (Stage.AGREED, "petugas"),
    (Stage.REQUESTED, "Ketua Harian"),
    (Stage.DISBURSED, "–"),
    (Stage.REFUSED, "–"),
    (Stage.WITHDRAWN, "–"),
]


class LoanDesk:
    """A demo office whose files can be brought to any stage and then be opened on the screen."""

    def __init__(self, office):
        self.office = office
        people = SimpleNamespace(
            database=office.database,
            people=office.by_role,
            officer=office.officer,
            member=office.member,
            lead=office.by_role[SampangRole.TEAM_LEAD],
        )
        self.lending = Lending(people, money=None)  # the demo's fund is open already

    def file_at(self, stage, form=None, **more):
        return self.lending.file_at(stage, form, **more)

    def open(self, person, file=None):
        """Open the list of files on their way, or one file."""
        address = {"daftar": "Dalam proses"} if file is None else {"no": file}
        return self.office.open(person, LOANS, **address)

    def stored(self, file):
        return self.lending.seen(file)

    def change(self, file, **changed):
        """Change the application of a file as the officer does at the counter."""
        officer = self.office.officer
        with self.office.database.write() as session:
            kept = application(session, officer, file, reveal=True, at=now())
            form = replace(kept.application, **changed)
            told = {"application_id": file, "expected_version": kept.version}
            save_draft(session, officer, form, nonce=a_nonce(), at=now(), **told)


def fill(screen, what, file, person, **typed):
    """Type into the fields of a form, named as the form names them."""
    nonce = screen.session_state[f"{what}-nonce-{file}-{person.id}"]
    for field, value in typed.items():
        screen.session_state[f"{nonce}:{field}"] = as_typed(value)
    return screen


def press(screen, label):
    """Press a button and let the screen run."""
    return calm(date_it(screen, labelled(screen.button, label)).click().run())


def buttons(screen):
    return [button.label for button in screen.button]


def links(screen):
    """The words of every link to another screen."""
    found = (each.proto.label for each in elements(screen.main) if each.type == "page_link")
    return [label.replace("\\", "") for label in found]
