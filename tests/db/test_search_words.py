"""Names are found by their words, in the same way in both programmes."""

import pytest

from db.blitar.caseload.client_filters import ClientFilter
from db.blitar.caseload.clients import add_client
from db.blitar.caseload.explorer import explore
from db.sampang.applications.application_list import Filter, list_applications
from db.search_words import search_form
from domain.blitar.client import Client
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.roles import BlitarRole
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.people import NOW, a_form, a_nonce, an_office

TODAY = NOW.date()
NAMES = ("UD. Sumber-Rejeki", "Toko Rejeki Agung", "Sumber Makmur", "Warung 50% Untung", "Batik Maʼarif")
# What is typed, and who has every word of it.
SEARCHES = [
    ("rejeki", {"UD. Sumber-Rejeki", "Toko Rejeki Agung"}),
    ("rejeki sumber", {"UD. Sumber-Rejeki"}),
    ("  SUMBER \t rejeki ", {"UD. Sumber-Rejeki"}),
    ("sumber-rejeki", {"UD. Sumber-Rejeki"}),
    ("rejeki-sumber", set()),
    ("sum mak", {"Sumber Makmur"}),
    ("sumber & makmur", {"Sumber Makmur"}),
    ("sumber agung", set()),
    ("50%", {"Warung 50% Untung"}),
    ("%", set()),
    ("o_o", set()),
    ("ma'arif", {"Batik Maʼarif"}),  # stored with U+02BC, as some telephones write it
    ("Ма’arif", {"Batik Maʼarif"}),  # the М and а of a Russian keyboard
    ("   ", set(NAMES)),
]


@pytest.fixture(scope="module")
def office(shared_database_url):
    """Five applications and five binaan of the same names."""
    with an_office(shared_database_url) as office:
        for name in NAMES:
            office.save(a_form(name))
            with office.database.write() as session:
                client = Client(kind=SubjectKind.CLIENT_MICRO, name=name)
                person = office.people[BlitarRole.FACILITATOR]
                add_client(session, person, client, mentor_id=None, since=TODAY, nonce=a_nonce(), at=NOW)
        yield office


def test_names_are_compared_without_case_signs_and_double_spaces():
    assert search_form("  UD. Sumber-Rejeki  ") == search_form("ud sumber rejeki")
    assert search_form("<b>Ａ</b>") == "b a b"
    assert search_form("%_*") == ""


@pytest.mark.parametrize(("text", "named"), SEARCHES)
def test_applications_are_found_by_every_word(office, text, named):
    with office.database.read() as session:
        page = list_applications(session, office.officer, Filter(text=text))
    assert {row.name for row in page.rows} == named


@pytest.mark.parametrize(("text", "named"), SEARCHES)
def test_binaan_are_found_by_every_word_too(office, text, named):
    law, person = law_on(TODAY, NO_PRACTICE), office.people[BlitarRole.FACILITATOR]
    with office.database.read() as session:
        shown = explore(session, person, ClientFilter(text=text), law)
    assert {row.name for row in shown.rows} == named
