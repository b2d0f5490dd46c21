"""A mentoring programme in a database of its own, for every test that asks for one."""

import pytest

from tests.db.blitar.mentoring import Mentoring
from tests.db.people import an_office


@pytest.fixture
def programme(database_url):
    """Give the programme, on each kind of database."""
    with an_office(database_url) as office:
        yield Mentoring(office)
