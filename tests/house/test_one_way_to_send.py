"""Screens change the store in one way, which says every refusal; no screen catches refusals of its own."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What is read with a line in the trail and made into a file, after the press and past the screen's run.
MAKES_A_FILE = {
    "pages/blitar/clients/caseload/list_workbook.py",
    "pages/blitar/reports/monthly/report_actions.py",
    "pages/blitar/mentors/staff_paper_part.py",
    "pages/blitar/paper_check/screen.py",  # opening a kept letter writes a line in the trail
    "pages/blitar/reports/recommendations/letter_printing.py",
    "pages/parts/taken_files.py",  # every download writes its line as it is made
}
# What is opened with whole numbers, which the trail keeps; the screen shows what the store says instead.
OPENS_WITH_WHOLE_NUMBERS = {
    "pages/blitar/selection/registration.py",
    "pages/sampang/evidence_part.py",
    "pages/sampang/intake/screen.py",
    "pages/sampang/signing_state.py",
}


def files():
    return [(file, ast.parse(file.read_text())) for file in sorted((ROOT / "pages").rglob("*.py"))]


# What is typed and not sent is no act: nobody is answerable for it, and no trail tells of it.
KEEPS_THE_UNSENT = {"pages/parts/unsent/keeper.py", "pages/parts/unsent/offering.py"}


# Coming in and going out belongs to nobody's role, and no form is sent by it.
COMES_AND_GOES = {"pages/parts/entry/visitor.py", "pages/parts/entry/leaving.py"}


def named(file):
    return file.relative_to(ROOT).as_posix()


def writes(tree):
    """Tell whether a tree opens a session that writes."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write"
        and not node.args
        for node in ast.walk(tree)
    )  # fmt: skip


def test_only_the_one_way_to_send_opens_a_session_that_writes():
    found = {named(file) for file, tree in files() if writes(tree)}
    assert (
        found
        == {"pages/parts/sending.py"}
        | MAKES_A_FILE
        | OPENS_WITH_WHOLE_NUMBERS
        | KEEPS_THE_UNSENT
        | COMES_AND_GOES
    )


def test_a_screen_that_opened_a_session_of_its_own_would_be_seen():
    assert writes(ast.parse("with database().write() as session:\n    save(session)"))
    assert not writes(ast.parse("send(lambda session, at: save(session))"))
