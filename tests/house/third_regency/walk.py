"""Walks through the copied house in a process of its own, and says what it met, as JSON."""

import json
import os
import re
import sys
from datetime import datetime
from pathlib import Path

HERE = Path.cwd()
sys.path.insert(0, str(HERE))
os.environ["NEW_DATABASE"] = "demo"
os.environ["DATABASE_URL"] = f"sqlite:///{HERE / 'demo.sqlite3'}"

from streamlit.testing.v1 import AppTest  # noqa: E402

from db.audit import history  # noqa: E402
from db.office.people import add_person, personas  # noqa: E402
from db.office.practice import law_of  # noqa: E402
from db.office.settings import approve_setting, propose_setting  # noqa: E402
from db.opening import open_demo  # noqa: E402
from demo.loading import load_demo  # noqa: E402
from demo.wings import wing_of  # noqa: E402
from domain.dates import JAKARTA  # noqa: E402
from domain.programmes import PROGRAMMES  # noqa: E402
from domain.regulation.office_proposals import SettingProposed  # noqa: E402
from domain.roles import Held, OfficeRole  # noqa: E402

MALANG = next(one for one in PROGRAMMES if one.key == "malang")
NOW = datetime.now(JAKARTA)
STALLS, SUMMARY = "pages/malang/stalls/screen.py", "pages/office/summary/screen.py"


def main():
    """Load the demo, decide one setting, and open the screens as each persona."""
    database = open_demo(os.environ["DATABASE_URL"])
    load_demo(database, today=NOW.date(), now=NOW, programmes=[MALANG])
    with database.write() as session:
        for programme in PROGRAMMES:
            if programme is not MALANG:  # only their people; what those did is not needed here
                for persona in wing_of(programme).personas:
                    add_person(session, persona.name, [Held(programme.key, persona.role)], at=NOW)
        people = {role: one for one in reversed(personas(session)) for role in one.roles}
    json.dump(
        {
            "trail": trail_of(database, people[OfficeRole.ADMINISTRATOR]),
            "setting": decided(database, people),
            "opened by": [str(role) for role, one in people.items() if opens(one, STALLS)],
            "front door": [heading.value for heading in started(None).subheader],
            "summary": headlines(people[OfficeRole.LEADERSHIP]),
        },
        sys.stdout,
    )
    database.close()


def trail_of(database, administrator):
    """What the trail says of the demo's past, in words."""
    with database.read() as session:
        return [entry.action.label for entry in history(session, administrator, MALANG)]


def decided(database, people):
    """The office's setting after one person proposed it and another approved it."""
    proposer, approver = people[OfficeRole.ADMINISTRATOR], people[MALANG.role("market_officer")]
    with database.write() as session:
        law = law_of(session, MALANG, NOW.date())
        setting = law.parameters["most_stalls"]
        proposed = SettingProposed(since=NOW.date(), reason="rapat")
        proposal = propose_setting(session, proposer, MALANG, setting, 5, proposed, nonce="1", at=NOW)
    with database.write() as session:
        approve_setting(session, approver, MALANG, proposal, at=NOW)
    with database.read() as session:
        return law_of(session, MALANG, NOW.date()).values["most_stalls"]


def started(person):
    """The entry, opened as a person or by nobody yet."""
    screen = AppTest.from_file(HERE / "streamlit_app.py", default_timeout=60)
    if person is not None:
        screen.session_state["persona-choice"] = person.id
    screen.run()
    assert not screen.exception, screen.exception
    return screen


def opens(person, page):
    """Whether the menu of a person has a screen, and the screen shows its title."""
    screen = started(person)
    try:
        screen.switch_page(page)
    except ValueError:
        return False
    screen.run()
    assert not screen.exception, screen.exception
    return bool(screen.title)


def headlines(person):
    """Every figure of Ringkasan with its number."""
    screen = started(person)
    screen.session_state["kabupaten"] = MALANG.regency.name
    screen.switch_page(SUMMARY)
    screen.run()
    assert not screen.exception, screen.exception
    titles = [tile.proto.popover.label for tile in screen.main.get("popover")]
    drawn = [re.search(r"<b>(.*?)</b>", html.proto.body) for html in screen.get("html")]
    return dict(zip(titles, [found[1] for found in drawn if found], strict=True))


if __name__ == "__main__":
    main()
