"""An error that nobody expected gets a number, a line in the log without what was typed, and a sentence."""

import json
import logging
import re
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from streamlit.testing.v1 import AppTest

from db.blitar.visiting.visit_list import VisitFilter, visit_list
from db.refusals import StoreBusy, StoreLost
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import VisitState
from domain.roles import OfficeRole
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.errors import log
from pages.parts.errors.error_report import record
from tests.people import ROLES
from tests.screens.demo_office import ENTRY, INTAKE, SCREENS, SUMMARY, VISITS, calm, go, labelled, said
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.test_menu import opens

NIK = "3527034506850000"
NAME = "Siti Rahayu"
NUMBER = re.compile(r"G-[2-9FJKMRUWX]{4}\b")
AGAIN = "Tampilkan lagi layar ini"
LOST = "Basis data sedang tidak dapat dipakai"
SAVE = "db.sampang.applications.applications.save_draft"
LIST = "db.sampang.applications.application_list.list_applications"


class PlantedError(Exception):
    """A fault of the program whose text holds what somebody typed."""

    def __init__(self, *_values, **_named):
        super().__init__(f"{NAME} {NIK}")


def fail(*values, **named):
    raise PlantedError(*values)


def failing_with(error):
    def fail_so(*_values, **_named):
        raise error

    return fail_so


@pytest.fixture
def opened_visit(office):
    """Open a visit that waits for the Fasilitator."""
    fasilitator = office.by_role[BlitarRole.FACILITATOR]
    with office.database.read() as session:
        waiting = visit_list(session, fasilitator, VisitFilter(state=VisitState.SENT)).lines
    return office.open(fasilitator, VISITS, kunjungan=waiting[0].id)


def opened_failing(office, monkeypatch, failure=fail):
    """Open the screen of the counter, whose list of drafts fails."""
    screen = office.start(office.officer)
    monkeypatch.setattr(LIST, failure)
    return go(screen, INTAKE).run()


def taken(lines):
    """Take the one line that an expected error left in the log."""
    (line,) = lines
    lines.clear()
    return line


def test_the_screen_says_a_number_what_it_means_and_what_to_do(office, monkeypatch, recorded_errors):
    form = IntakeForm(office).type_in(applicant__name=NAME)
    monkeypatch.setattr(SAVE, fail)
    words = said(form.save_draft())
    for part in ("kesalahan program", "tersimpan tetap aman", "Coba sekali lagi", "administrator"):
        assert part in words
    assert len(NUMBER.findall(words)) == 1
    taken(recorded_errors)


def test_the_number_on_the_screen_is_the_one_in_the_log(office, monkeypatch, recorded_errors):
    (number,) = NUMBER.findall(said(opened_failing(office, monkeypatch)))
    assert json.loads(taken(recorded_errors))["number"] == number


def test_the_line_says_where_and_for_which_role_it_happened(office, monkeypatch, recorded_errors):
    opened_failing(office, monkeypatch)
    line = json.loads(taken(recorded_errors))
    assert (line["screen"], line["roles"], line["during"]) == (
        "pengajuan",
        [str(SampangRole.OFFICER)],
        "screen",
    )
    assert line["kind"].endswith("PlantedError")
    assert line["version"] == "0.1.0"
    assert re.fullmatch(r"streamlit_app\.py:\d+:main", line["stack"][1])
    assert re.fullmatch(r"pages/sampang/intake/screen\.py:\d+:_choose_draft", line["stack"][-2])


def test_the_line_holds_nothing_that_anybody_typed(office, monkeypatch, recorded_errors):
    form = IntakeForm(office).type_in(applicant__name=NAME, applicant__nik=NIK)
    form.screen.query_params["cari"] = NIK
    monkeypatch.setattr(SAVE, fail)
    form.save_draft()
    line = taken(recorded_errors)
    for typed in (NIK, NAME, "Siti", office.officer.name):
        assert typed not in line


def test_what_caused_an_error_is_named_too(office, monkeypatch, recorded_errors):
    def fail_twice(*_values, **_named):
        try:
            fail()
        except PlantedError as error:
            raise KeyError(NIK) from error

    opened_failing(office, monkeypatch, fail_twice)
    line = json.loads(taken(recorded_errors))
    assert line["kind"] == "KeyError"
    (cause,) = line["causes"]
    assert cause["kind"].endswith("PlantedError")
    assert cause["stack"][-1].endswith(":fail")


def test_the_line_goes_to_the_file_and_to_stderr(office, monkeypatch, recorded_errors, tmp_path, capsys):
    monkeypatch.setenv("LOG_FOLDER", str(tmp_path / "log"))
    before = list(logging.getLogger("pages").handlers)
    log.open_log.cache_clear()
    log.open_log()
    opened_failing(office, monkeypatch)
    line = taken(recorded_errors)
    for room in ("pages", "db"):
        for handler in [one for one in logging.getLogger(room).handlers if one not in before]:
            logging.getLogger(room).removeHandler(handler)
    assert (tmp_path / "log" / log.FILE).read_text().splitlines() == [line]
    assert capsys.readouterr().err.splitlines() == [line]


def test_going_to_another_screen_is_no_error(office):
    screen = office.start(office.by_role[OfficeRole.LEADERSHIP])
    screen = calm(go(screen, SUMMARY).run())
    labelled(screen.button, "Mulai tur (10 layar)").click().run()
    labelled(screen.button, "Berikutnya").click().run()
    assert screen.title[0].value != "Ringkasan"
    assert AGAIN not in [button.label for button in screen.button]


def test_stopping_at_a_missing_role_is_no_error(office):
    screen = calm(AppTest.from_file(ENTRY, default_timeout=60).run())
    assert AGAIN not in [button.label for button in screen.button]


def test_a_screen_that_draws_itself_anew_still_says_what_failed(demo_url, recorded_errors):
    screen = AppTest.from_function(_draws_itself_anew, default_timeout=60).run()
    labelled(screen.button, "Tekan").click().run()
    assert NUMBER.findall(said(screen)) == [json.loads(taken(recorded_errors))["number"]]
    assert said(screen).count("selesai") == 1


def test_a_screen_that_stops_says_once_what_failed(demo_url, recorded_errors):
    screen = AppTest.from_function(_stops, default_timeout=60).run()
    labelled(screen.button, "Tekan").click().run()
    assert NUMBER.findall(said(screen)) == [json.loads(taken(recorded_errors))["number"]]
    screen.session_state["pressed"] = True
    assert not NUMBER.search(said(screen.run()))


def _stops():
    import streamlit as st

    from pages.parts.errors.screen import errors_said
    from tests.screens.test_errors import fail

    with errors_said():
        if "pressed" not in st.session_state:  # a test would press the button again at each run
            st.button("Tekan", on_click=fail)
        st.stop()


def _draws_itself_anew():
    import streamlit as st

    from pages.parts.errors.screen import errors_said
    from tests.screens.test_errors import fail

    with errors_said():
        if st.button("Tekan", on_click=fail):
            st.rerun()
        st.markdown("selesai")


def test_a_button_that_fails_leaves_the_screen_and_what_was_typed(opened_visit, monkeypatch, recorded_errors):
    labelled(opened_visit.text_area, "Yang perlu diperbaiki").input(f"{NAME}, NIK {NIK}")
    monkeypatch.setattr("pages.blitar.visits.verifying.return_visit", fail)
    labelled(opened_visit.button, "Kembalikan").click().run()
    line = json.loads(taken(recorded_errors))
    assert NUMBER.findall(said(opened_visit)) == [line["number"]]
    assert (line["during"], line["screen"]) == ("button", "kunjungan")
    assert labelled(opened_visit.text_area, "Yang perlu diperbaiki").value == f"{NAME}, NIK {NIK}"
    assert not NUMBER.search(said(opened_visit.run()))


def test_a_lost_database_is_said_and_what_was_typed_is_still_there(office, demo_url, recorded_errors):
    form = IntakeForm(office).type_in(applicant__name=NAME)
    file = Path(make_url(demo_url).database)
    file.rename(file.with_suffix(".away"))
    labelled(form.screen.text_input, "NIK (KTP) pemilik").input(NIK)
    labelled(form.screen.checkbox, "Semua agunan sudah dicatat di sini").check()
    words = said(form.save_draft())
    assert LOST in words
    assert not NUMBER.search(words)
    labelled(form.screen.button, AGAIN).click().run()
    assert LOST in said(form.screen)
    file.with_suffix(".away").rename(file)
    labelled(form.screen.button, AGAIN).click().run()
    assert LOST not in said(form.screen)
    assert form.typed("applicant.name") == NAME
    assert form.typed("applicant.nik") == NIK
    assert form.typed("collateral_complete") is True
    form.save_draft()
    assert office.named(NAME).status is Stage.DRAFT


def test_a_lost_database_is_said_by_a_button_too(office, demo_url):
    form = IntakeForm(office, tur=1).type_in(applicant__name=NAME)
    file = Path(make_url(demo_url).database)
    file.rename(file.with_suffix(".away"))
    labelled(form.screen.button, "Berikutnya").click().run()
    assert said(form.screen).count(LOST) == 1


def test_an_error_is_written_once_however_many_places_hear_of_it(recorded_errors):
    error = PlantedError()
    first = record(error, "screen", {})
    assert record(error, "screen", {}) == first
    assert json.loads(taken(recorded_errors))["number"] == first.number


def test_a_refusal_that_no_screen_says_is_said_without_a_number(office, monkeypatch):
    words = said(opened_failing(office, monkeypatch, failing_with(StoreBusy())))
    assert "sedang dipakai untuk perubahan lain" in words
    assert not NUMBER.search(words)


@pytest.mark.parametrize("page", SCREENS)
def test_every_screen_opens_again_after_a_lost_database(office, monkeypatch, page):
    role = next(role for role in ROLES if opens(role, page))
    screen = office.open(office.by_role[role], page)
    before = said(screen)
    with monkeypatch.context() as lost:
        lost.setattr("pages.parts.acting.personas", failing_with(StoreLost()))
        assert LOST in said(screen.run())
    assert said(calm(screen.run())) == before
