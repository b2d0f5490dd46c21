"""One visitor who walks through the application."""

from streamlit.testing.v1 import AppTest

from db.engine import Database
from db.office.people import personas
from tests.browser.driver import ROOT

A_RUN_ENDS_WITHIN = 60


class Screens:
    """The application as one visitor sees it: `app` is the test's view of the present screen."""

    def __init__(self, url):
        self.url = url
        self.app = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=A_RUN_ENDS_WITHIN).run()

    def people(self):
        """List the personas that can be chosen now."""
        database = Database.at(self.url)
        with database.read() as session:
            found = personas(session)
        database.close()
        return found

    def be(self, role):
        """Become the first persona of a role, and give it."""
        person = next(person for person in self.people() if role in person.roles)
        self.app.session_state["persona-choice"] = person.id
        self.run()
        return person

    def open(self, page, **state):
        """Open a screen of the folder of pages, with the state of its fields."""
        for key, value in state.items():
            self.app.session_state[key] = value
        self.app.switch_page(f"pages/{page}")
        return self.run()

    def run(self):
        """Run the present screen once more."""
        self.app.run()
        return self.app

    @property
    def text(self):
        """Everything that the screen says, from top to bottom, without the escapes of Markdown."""
        told = (str(word) for element in elements(self.app.main) for word in _words(element))
        return "\n".join(told).replace("\\", "")


def elements(block):
    """Every element of a part of the screen, from top to bottom."""
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from elements(child)


def _words(element):
    told = [getattr(element, name, None) for name in ("label", "value", "body")]
    words = (str(word) for word in told if word is not None)
    line = " ".join(word for word in words if word)
    return [line] if line else []
