"""After an approval the list, the counts, the summary, the meeting and the file tell one verdict."""

import pytest

from db.office.settings import approve_reading, propose_reading
from db.sampang.applications.application_list import list_applications
from domain.regulation.assessment import Verdict
from domain.regulation.office_proposals import ReadingProposed
from domain.roles import OfficeRole
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.stages import UNDECIDED
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now, today
from pages.parts.verdicts import label_of
from pages.sampang.standing import DUE
from tests.screens.demo_office import ELIGIBILITY, HOME, LEGAL_BASIS, SUMMARY, badges, calm, labelled, said


@pytest.fixture
def lead(office):
    return office.by_role[SampangRole.TEAM_LEAD]


@pytest.fixture
def proposed(office):
    """The question S-25 (size by which law), proposed to be settled."""
    told = ReadingProposed(letter="A", on=today(), decree="SK 1", reason="rapat")
    question = SAMPANG_LOANS.interpretations["S-25"]
    with office.database.write() as session:
        admin = office.by_role[OfficeRole.ADMINISTRATOR]
        return propose_reading(session, admin, SAMPANG, question, told, nonce="s25", at=now())


def verdicts(office):
    with office.database.read() as session:
        pages = (list_applications(session, office.officer, page=one, page_size=200) for one in (1, 2, 3))
        rows = [row for page in pages for row in page.rows]
    return {row.id: row.verdict for row in rows if row.status in UNDECIDED}


def approve(office, lead, proposed):
    with office.database.write() as session:
        approve_reading(session, lead, SAMPANG, proposed, at=now())


def on_the_list(screen):
    table = screen.dataframe[0].value
    return {number: verdict for number, (verdict,) in zip(table["Nomor"], table["Hasil"], strict=True)}


def test_who_approves_sees_first_which_files_change_and_then_they_have_changed(office, lead, proposed):
    before = verdicts(office)
    screen = office.open(lead, LEGAL_BASIS, bagian="Ketetapan kantor")
    screen = calm(labelled(screen.button, "Periksa dampaknya").click().run())
    table = screen.dataframe[0].value
    assert verdicts(office) == before
    calm(labelled(screen.button, "Setujui").click().run())
    after = verdicts(office)
    changed = {file for file in before if before[file] is not after[file]}
    numbers = {row.number for row in office.rows() if row.id in changed}
    assert changed
    assert numbers <= set(table["Nomor"])  # beside those whose largest amount alone changes
    became = dict(zip(table["Nomor"], table["Menjadi"], strict=True))
    for row in office.rows():
        if row.id in changed:
            assert became[row.number].startswith(after[row.id].label)


def test_an_approval_that_nobody_finished_is_finished_by_the_first_list_that_is_opened(
    office, lead, proposed
):
    before = verdicts(office)
    approve(office, lead, proposed)
    assert verdicts(office) == before  # kept, and by no screen told any more
    shown = on_the_list(office.open(office.officer, ELIGIBILITY))
    assert DUE not in shown.values()
    after = verdicts(office)
    assert after != before
    rows = {row.number: row.verdict for row in office.rows()}
    assert shown == {number: label_of(rows[number]) for number in shown}


def test_the_file_the_counts_and_the_summary_tell_what_the_list_tells(office, lead, proposed):
    before = verdicts(office)
    approve(office, lead, proposed)
    summary = office.open(office.by_role[OfficeRole.LEADERSHIP], SUMMARY)
    summary.session_state["lebih-dalam-sampang"] = "Kelayakan berkas"
    calm(summary.run())
    summary_table = [f"{name} {row.iloc[0]}" for one in summary.table for name, row in one.value.iterrows()]
    after = verdicts(office)
    file = next(file for file in after if after[file] is not before[file])
    opened = office.open(office.officer, ELIGIBILITY, no=file)
    assert label_of(after[file]) in badges(opened)[0]
    assert "Dinilai ulang karena tafsir S-25 ditetapkan" in said(opened)
    counted = links(office.open(office.member, HOME))
    for verdict in Verdict:
        count = sum(one is verdict for one in after.values())
        assert f"Lihat {count} pengajuan" in counted
        assert not count or f"{label_of(verdict)} {count}" in summary_table


def links(screen):
    return [one.proto.label for one in screen.get("page_link")]
