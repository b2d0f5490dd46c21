"""What of the store can be called without saying who asks: a short list, each with its reason.

Every function that takes a session and an `actor` is a verb: it stands in the table of verbs with who may
call it (test_roles_in_the_store). What takes a session alone is a part of the store, for its verbs. Other
rooms may call only the ones named here; a new one that a screen begins to call fails this test until somebody
has decided who may read what it gives.
"""

import ast
import inspect
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LAW = "the law and how the office practises it, which Dasar hukum shows to everybody, also before signing in"
_MAP = "the boundaries of a regency, as public as the regency; the map says to everybody whose they are"
_DOOR = "at the door: nobody is signed in yet, and it gives a person only what their own claims prove"
_OWN = "what a person typed and has not sent: only rows of that very person, by the person's own number"
_GIVEN = "works on what a guarded verb has given to who asks, and adds no row about a person"
_PEOPLE = "names of demo personas, and of accounts for who appoints; signing in never asks it"
OPEN_TO_SCREENS = {
    "db.blitar.selection.round_results.differences": _GIVEN,
    "db.blitar.selection.round_results.law_of_round": _GIVEN,
    "db.chain.walking.head_of": "number and hash of the newest link: that something was written, not what",
    "db.office.boundaries.boundaries_in_use": _MAP,
    "db.office.boundaries.loaded_boundaries": _MAP,
    "db.office.entering.begin": _DOOR,
    "db.office.entering.go_to_renew": _DOOR,
    "db.office.entering.see": _DOOR,
    "db.office.entering.sign_out": _DOOR,
    "db.office.entering.who_came": _DOOR,
    "db.office.entering.why_not": _DOOR,
    "db.office.entry_settings.contacts": "whom a stranger may ask to be let in, as the office set it",
    "db.office.law_checks.law_checks": _LAW,
    "db.office.logos.logo_bytes": "the logo on every paper of the office, by its digest",
    "db.office.own_texts.kept_text": _LAW,
    "db.office.people.personas": _PEOPLE,
    "db.office.practice.law_of": _LAW,
    "db.office.practice.practice": _LAW,
    "db.office.unsent_forms.clear_old_unsent": "gives back a number; clears what is too old, whoever's it is",
    "db.office.unsent_forms.drop_unsent": _OWN,
    "db.office.unsent_forms.keep_unsent": _OWN,
    "db.office.unsent_forms.unsent_forms": _OWN,
    "db.sampang.applications.standing_law.editions": _LAW,
}
_COMMAND = "a command on the server, whose file the database is: there is nobody to ask"
_DEMO = "fills or begins anew a demo, over demo data alone"
OPEN_TO_COMMANDS = {
    "db.blitar.visiting.second_eye.flags_of": _DEMO,
    "db.chain.linking.bind_present": _DEMO,
    "db.chain.walking.hash_at": _COMMAND,
    "db.chain.walking.walk_chain": _COMMAND,
    "db.evidence.folder_check.check_folder": _COMMAND,
    "db.installed.note_kind": _DEMO,
    "db.office.first_administrator.make_administrator": _COMMAND,
    "db.office.people.add_person": _DEMO,
    "db.opening.note_demo_until": _DEMO,
    "db.sampang.fund.ledger.balances": _DEMO,
    "db.sampang.fund.ledger.position_of": _DEMO,
}


def files(*rooms):
    for room in rooms:
        place = ROOT / room
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def called_without_an_actor(*rooms):
    """The functions of the store that take a session and no actor, and that files of some rooms import."""
    found = set()
    for file in files(*rooms):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "db":
                module = import_module(node.module)
                found |= {each for name in node.names if (each := open_in(module, name.name))}
    return found


def open_in(module, name):
    """The full name of a function that takes a session and no actor; blank for all else."""
    one = getattr(module, name, None)
    if not inspect.isfunction(one):
        return ""
    taken = inspect.signature(one).parameters
    return f"{one.__module__}.{one.__name__}" if "session" in taken and "actor" not in taken else ""


def test_screens_call_nothing_without_an_actor_but_what_is_named_here():
    assert called_without_an_actor("pages", "streamlit_app.py") == set(OPEN_TO_SCREENS)


def test_commands_and_the_demo_call_nothing_else_without_an_actor_but_what_is_named_here():
    found = called_without_an_actor("demo", "scripts")
    assert found - set(OPEN_TO_SCREENS) == set(OPEN_TO_COMMANDS)


def test_rooms_name_what_they_use_of_the_store_so_that_it_can_be_seen():
    for file in files("pages", "demo", "scripts", "streamlit_app.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                assert not any(one.name.partition(".")[0] == "db" for one in node.names), file


def test_a_function_without_an_actor_would_be_seen():
    assert open_in(import_module("db.office.people"), "personas") == "db.office.people.personas"
    assert open_in(import_module("db.blitar.staffing.staff"), "staff") == ""
