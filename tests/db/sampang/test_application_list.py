"""The list is filtered, sorted, paged and counted in SQL as a plain loop over the same rows would."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select

from db.sampang.applications.application_list import (
    FileGroup,
    Filter,
    Sort,
    counts_by_group,
    counts_by_verdict,
    list_applications,
)
from db.sampang.applications.applications import file_application, save_draft
from db.sampang.applications.assessments import record_receipt
from db.tables import ApplicationRow
from domain.regulation.assessment import Verdict
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from tests.db.people import NIK, NOW, a_form, a_nonce, a_receipt, an_office

NAMES = ["Toko Sari", "UD. Makmur", "toko  SARI dua", "50% Untung_", "Éclair", "<b>Sari</b>", "=1+1"]
KINDS = list(ApplicantKind)
DISTRICTS = ["35.27.01", "35.27.03", None]
DAYS = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)]
VERDICTS = [*Verdict, None]

# number, name, kind, district, amount, filed on, verdict; row 7 and row 14 are drafts
ROWS = [
    (
        f"DB-2026-{place + 1:04}",
        NAMES[place % 7],
        KINDS[place % 4],
        DISTRICTS[place % 3],
        None if place % 5 == 4 else (place * 7 % 11 + 1) * 1_000_000,
        None if place % 7 == 6 else DAYS[place % 3],
        VERDICTS[place % 6],
    )
    for place in range(20)
]


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office, office.database.write() as session:
        for _, name, kind, district, amount, day, verdict in ROWS:
            form = a_form(name, kind=kind, district_code=district, amount=amount, filed_on=day)
            save = file_application if day else save_draft
            saved = save(session, office.officer, form, nonce=a_nonce(), at=NOW)
            if verdict:
                receipt = a_receipt(verdict=str(verdict), kind=str(kind))
                record_receipt(session, office.officer, saved.id, receipt, NOW)
        session.commit()
        yield office


def listed(office, wanted, actor=None, **more):
    with office.database.read() as session:
        return list_applications(session, actor or office.member, wanted, **more)


FILTERS = [
    (Filter(), lambda row: True),
    (Filter(text="sari"), lambda row: "sari" in row[1].lower()),
    (Filter(text="  TOKO sari "), lambda row: row[1] in ("Toko Sari", "toko  SARI dua")),
    (Filter(text="ud makmur"), lambda row: row[1] == "UD. Makmur"),
    (Filter(text="éCL"), lambda row: row[1] == "Éclair"),
    (Filter(text="50%"), lambda row: row[1] == "50% Untung_"),
    (Filter(text="%"), lambda row: False),
    (Filter(text="_"), lambda row: False),
    (Filter(text="' OR 1=1 --"), lambda row: False),
    (Filter(text="db-2026-001"), lambda row: row[0].startswith("DB-2026-001")),
    (Filter(kind=ApplicantKind.CLUSTER), lambda row: row[2] == "cluster"),
    (Filter(district_code="35.27.03"), lambda row: row[3] == "35.27.03"),
    (Filter(verdict=Verdict.INCOMPLETE), lambda row: row[6] == "incomplete"),
    (Filter(status=Stage.DRAFT), lambda row: row[5] is None),
    (Filter(status=Stage.FILED), lambda row: row[5] is not None),
    (Filter(filed_from=date(2026, 2, 1)), lambda row: row[5] and row[5] >= date(2026, 2, 1)),
    (Filter(filed_until=date(2026, 2, 1)), lambda row: row[5] and row[5] <= date(2026, 2, 1)),
    (
        Filter(text="sari", kind=ApplicantKind.COOPERATIVE, filed_until=date(2026, 2, 1)),
        lambda row: (
            "sari" in row[1].lower() and row[2] == "cooperative" and row[5] and row[5] <= date(2026, 2, 1)
        ),
    ),
]


def test_every_filter_gives_the_rows_and_counts_of_a_plain_loop(office):
    for wanted, keeps in FILTERS:
        expected = [row for row in reversed(ROWS) if keeps(row)]
        page = listed(office, wanted)
        assert [row.number for row in page.rows] == [row[0] for row in expected], wanted
        assert page.total == len(expected)
        with office.database.read() as session:
            counts = counts_by_verdict(session, office.member, wanted)
        assert counts == Counter(row[6] for row in expected), wanted


def test_filters_of_the_test_find_something_and_leave_something_out():
    found = [sum(bool(keeps(row)) for row in ROWS) for _, keeps in FILTERS]
    assert found == [20, 9, 6, 3, 3, 3, 0, 0, 0, 10, 5, 7, 4, 2, 18, 12, 12, 3]


def test_pages_put_together_give_every_row_once(office):
    pages = [listed(office, Filter(), page=page, page_size=6) for page in (1, 2, 3, 4, 5)]
    assert [len(page.rows) for page in pages] == [6, 6, 6, 2, 0]
    assert {page.total for page in pages} == {20}
    numbers = [row.number for page in pages for row in page.rows]
    assert numbers == [row[0] for row in reversed(ROWS)]


@pytest.mark.parametrize(("page", "page_size"), [(0, 10), (1, 0), (1, 201)])
def test_a_page_that_cannot_be_is_a_fault_of_the_program(office, page, page_size):
    with pytest.raises(ValueError, match="pages"):
        listed(office, Filter(), page=page, page_size=page_size)


def test_every_order_is_that_of_a_plain_sort_with_blanks_last(office):
    newest = list(reversed(ROWS))
    names = {"UD. Makmur": "ud makmur", "toko  SARI dua": "toko sari dua", "=1+1": "1 1"}
    names |= {"50% Untung_": "50 untung", "<b>Sari</b>": "b sari b", "Éclair": "eclair"}
    expected = {
        Sort.NEWEST: newest,
        Sort.OLDEST: ROWS,
        Sort.NAME: sorted(newest, key=lambda row: names.get(row[1], row[1].lower())),
        Sort.LARGEST: sorted(newest, key=lambda row: (row[4] is None, -(row[4] or 0))),
        Sort.FILED: sorted(newest, key=lambda row: (row[5] is None, -row[5].toordinal() if row[5] else 0)),
    }
    for sort in Sort:
        found = [row.number for row in listed(office, Filter(), sort=sort).rows]
        assert found == [row[0] for row in expected[sort]], sort


def test_a_row_of_the_list_shows_typed_values(office):
    row = listed(office, Filter(text="DB-2026-0001")).rows[0]
    assert (row.name, row.amount, row.filed_on) == ("Toko Sari", 1_000_000, date(2026, 1, 31))
    assert (row.kind, row.status) == (ApplicantKind.COOPERATIVE, Stage.FILED)
    assert (type(row.verdict), row.most) == (Verdict, 23_076_923)


def test_a_whole_nik_finds_its_application_only_for_those_who_may_see_it(office):
    office.save(a_form("Bu Siti", nik=NIK))
    for text in (NIK, "3527 0345 0685 0000"):
        wanted = Filter(text=text)
        assert [row.name for row in listed(office, wanted, office.officer).rows] == ["Bu Siti"]
        assert listed(office, wanted, office.member).total == 0
    assert listed(office, Filter(text=NIK[:15]), office.officer).total == 0


@pytest.mark.parametrize("text", ["", "toko"])
def test_each_group_is_counted_as_it_is_listed(office, text):
    with office.database.write() as session:
        # Paid out without a verdict is what a loan that was taken over looks like.
        for row in session.scalars(select(ApplicationRow).order_by(ApplicationRow.id)).all()[:8]:
            row.status = Stage.DISBURSED
    with office.database.read() as session:
        counts = counts_by_group(session, office.officer, Filter(text=text))
        listed = {
            group: list_applications(session, office.officer, Filter(text=text, group=group), page_size=50)
            for group in FileGroup
        }
        everything = list_applications(session, office.officer, Filter(text=text)).total
    assert {group: sum(counts[group].values()) for group in FileGroup} == {
        group: found.total for group, found in listed.items()
    }
    assert all(found.total == len(found.rows) for found in listed.values())
    assert sum(found.total for found in listed.values()) == everything
    assert all(row.verdict is None for row in listed[FileGroup.OLDER].rows)
