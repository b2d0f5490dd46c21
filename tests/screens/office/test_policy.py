"""Simulasi kebijakan: a question by one press, its numbers, the rows behind them, a link and a paper."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from db.blitar.policy.mentoring_register import newest_mentoring_change
from db.chain.walking import head_of
from db.sampang.policy.loan_register import newest_change
from db.tables import AuditRow, PolicyDraftRow
from domain.blitar.roles import BlitarRole
from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.policy.draft import Draft, DraftValue, drafted
from domain.regulation.policy.judged import judged
from domain.roles import OfficeRole
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.office.menu import screens_of
from pages.office.policy.compared import Compared, Tried, table_rows
from pages.office.policy.policy_printing import printed_simulation
from pages.parts.store import database, today
from pages.sampang.policy.part import policy_part
from tests.people import ROLES, someone
from tests.screens.demo_office import POLICY

JUTA = 1_000_000
SIMULATES = {OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR, SampangRole.TEAM_LEAD, BlitarRole.AGENCY_HEAD}


@pytest.mark.parametrize("role", ROLES)
def test_only_who_steers_the_programme_has_the_laboratory_in_the_menu(role):
    titles = {screen.title for _, screen in screens_of(someone(role))}
    assert ("Simulasi kebijakan" in titles) == (role in SIMULATES)


@pytest.fixture
def lab(office):
    def open_as(role, **address):
        return office.open(office.by_role[role], POLICY, **address)

    return open_as


def _press(app, label):
    next(one for one in app.button if one.label.startswith(label)).click().run()
    return app


def _typed(app, label, text):
    next(one for one in app.text_input if one.label.startswith(label)).set_value(text).run()
    return app


def _row(app, label):
    table = app.dataframe[0].value
    found = table[table["Yang dihitung"].str.startswith(label)]
    return [str(value) for value in found.iloc[0]][1:-1]


def test_a_ready_question_gives_its_numbers_at_once(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    interest, revenue = (
        [int(value.replace("Rp", "").replace(".", "")) for value in _row(app, label)]
        for label in ("Jasa seluruhnya", "– bagian PAD")
    )
    # Flat interest on the same loans: half the rate is half the interest, up to the rounding of each month.
    assert abs(interest[0] - 2 * interest[1]) < interest[0] // 10_000
    assert revenue[1] in (interest[1] // 2, -(-interest[1] // 2))  # three parts of six


def test_a_lower_ceiling_changes_verdicts_and_names_the_provision(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Plafon sertifikat")
    _typed(app, "plafon dengan agunan sertifikat", "10.000.000")
    assert int(_row(app, "Berubah hasilnya")[1]) > 0
    assert "VIII.1.b" in set(app.dataframe[1].value["Ketentuan"])


def test_a_number_that_cannot_be_is_refused_beside_its_field(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    _typed(app, "jasa (bunga) per tahun", "5000")
    assert any("tidak mungkin" in one.value for one in app.markdown)
    assert not app.dataframe


def test_files_that_were_not_handed_in_are_not_assessed(office, lab):
    rows = [row.status for row in office.rows()]
    assert Stage.DRAFT in rows
    waiting = sum(status in UNDECIDED and status is not Stage.DRAFT for status in rows)
    app = lab(SampangRole.TEAM_LEAD)
    assert any(one.value.startswith(f"**{waiting} pengajuan**") for one in app.markdown)


def test_what_a_register_knows_is_told_by_the_newest_link_of_the_chain(office):
    with office.database.read() as session:
        link = head_of(session).hash
        assert newest_change(session, office.by_role[SampangRole.TEAM_LEAD]) == link
        assert newest_mentoring_change(session, office.by_role[BlitarRole.AGENCY_HEAD]) == link


def test_the_leadership_sees_numbers_of_files_and_no_names(lab):
    app = _press(lab(OfficeRole.LEADERSHIP), "Plafon sertifikat")
    _typed(app, "plafon dengan agunan sertifikat", "10.000.000")
    rows = app.dataframe[-1].value
    assert set(rows["Nama"]) == {"(tidak ditampilkan)"}
    assert rows["Nomor"].str.startswith("DB-").all()


def test_three_drafts_stand_beside_the_law_in_force_and_no_fourth(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    for question in ("Plafon sertifikat", "Kendaraan tidak lagi"):
        _press(_press(app, "Bandingkan rancangan lain"), question)
    assert len(app.dataframe[0].value.columns) == 6
    assert not [one for one in app.button if one.label == "Bandingkan rancangan lain"]


def test_a_kept_draft_opens_by_its_link_for_whoever_simulates(lab):
    _press(_press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %"), "Simpan dan bagikan")
    with database().read() as session:
        kept = session.scalars(select(PolicyDraftRow)).one()
        lines = select(func.count()).select_from(AuditRow).where(AuditRow.subject_kind == "policy_draft")
        assert session.scalar(lines) == 1
    app = lab(OfficeRole.LEADERSHIP, rancangan=str(kept.id))
    assert list(app.dataframe[0].value.columns)[1:] == ["Hukum berlaku", "1. Jasa 3 %", "Dasar"]


def test_the_address_of_a_kept_draft_names_its_programme_too(lab):
    app = _press(_press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %"), "Simpan dan bagikan")
    assert app.query_params["program"] == "sampang"


def test_a_link_to_a_draft_that_is_not_there_says_so(lab):
    assert "tidak ada" in lab(OfficeRole.LEADERSHIP, rancangan="77").warning[0].value


def test_the_printed_page_tells_the_changes_and_that_it_decides_nothing(office):
    person = office.by_role[SampangRole.TEAM_LEAD]
    law, part = SAMPANG.law_on(today() + timedelta(days=1), NO_PRACTICE), policy_part(person)
    register = part.read(law, False, lambda read: None)
    draft = Draft(
        name="Plafon lain", since=law.day, values=(DraftValue(key="land_ceiling", value=150 * JUTA),)
    )
    compared = Compared(SAMPANG, part, part.scopes[0], register, judged(register, law), (draft,))
    tried = [Tried(draft, judged(register, drafted(law, draft)))]
    paper = PdfReader(io.BytesIO(printed_simulation(compared, tried, table_rows(compared, tried), person)))
    text = paper.pages[0].extract_text()
    assert len(paper.pages) == 1
    assert "SIMULASI, BUKAN KEPUTUSAN" in text
    assert "Rp150.000.000" in text


def test_the_head_of_blitar_tries_an_age(lab):
    app = _press(lab(BlitarRole.AGENCY_HEAD), "Batas usia 45")
    assert list(app.dataframe[0].value.columns)[2] == "1. Batas usia 45 tahun"


def _value_of(app, label):
    return next(one for one in app.text_input if one.label.startswith(label)).value


def test_the_name_of_a_question_follows_the_number_that_is_changed_in_it(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    _typed(app, "jasa (bunga) per tahun", "4")
    assert _value_of(app, "Nama rancangan") == "jasa (bunga) per tahun 4 %"


def test_a_question_asked_again_by_hand_has_its_name_again(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    _typed(app, "jasa (bunga) per tahun", "4")
    _typed(app, "jasa (bunga) per tahun", "3")
    assert _value_of(app, "Nama rancangan") == "Jasa 3 %"


def test_a_name_that_was_typed_stays_whatever_the_draft_changes(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    _typed(app, "Nama rancangan", "Usul DPRD")
    _typed(app, "jasa (bunga) per tahun", "4")
    assert _value_of(app, "Nama rancangan") == "Usul DPRD"


def test_what_a_question_changes_is_told_above_its_folded_fields(lab):
    app = _press(lab(SampangRole.TEAM_LEAD), "Jasa 3 %")
    told = [one.value.replace("\\", "") for one in app.markdown]
    assert any(one.startswith("VIII.4 · jasa (bunga) per tahun: 6") for one in told), told


@pytest.mark.parametrize(("press", "open_"), [(None, True), ("Jasa 3 %", False)])
def test_the_fields_are_open_until_a_question_fills_them(lab, press, open_):
    app = lab(SampangRole.TEAM_LEAD)
    if press:
        _press(app, press)
    fields = next(one for one in app.expander if one.label == "Ubah rancangan")
    assert fields.proto.expanded is open_
