"""What people would call blank is blank to the store too."""

import pytest
from sqlalchemy import literal, select

from db.blank_text import stripped
from db.engine import Database


@pytest.mark.parametrize("told", [" a b ", "\t\n", "\xa0", "\u2003a\u3000", "\x1fa\x85", "", "\u200b"])
def test_a_text_is_stripped_as_python_strips_it(database_url, told):
    database = Database.at(database_url)
    with database.read() as session:
        assert session.scalar(select(stripped(literal(told)))) == told.strip()
    database.close()
