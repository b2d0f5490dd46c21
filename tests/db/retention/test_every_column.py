"""Every column of the store is said to be personal, and how it goes, or not to be, and why."""

import importlib

from sqlalchemy import JSON, Double, Float, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from db.retention.not_personal import NOT_PERSONAL, why_not
from db.retention.personal_columns import PERSONAL, How
from db.retention.scrubbing import CHOICES, OF_THE_OFFICE
from db.tables import Base

_KINDS = (Text, JSON, LargeBinary, Double, Float)
_ERASABLE = importlib.import_module("db.migrations.versions.0059_erasing").ERASABLE


def _told():
    """By table the columns that can hold words, bodies, bytes or a place."""
    for table in Base.metadata.sorted_tables:
        kinds = {one.name: _kind(one.type) for one in table.columns}
        yield table.name, {name for name, kind in kinds.items() if isinstance(kind, _KINDS)}


def _kind(of):
    return of.impl_instance if isinstance(of, TypeDecorator) else of


def test_every_column_of_words_stands_in_one_of_the_two_lists():
    found = {table: columns for table, columns in _told() if columns}
    said = {table: set(PERSONAL.get(table, {})) | set(why_not(table)) for table in {*PERSONAL, *NOT_PERSONAL}}
    assert said == found


def test_no_column_stands_in_both():
    assert not [table for table in PERSONAL if set(PERSONAL[table]) & set(why_not(table))]


def test_the_guards_of_kept_tables_let_through_exactly_the_columns_that_are_personal():
    for table, columns in _ERASABLE.items():
        assert set(columns) == {name for name, how in PERSONAL[table].items() if how is not How.ROW}


def test_a_field_that_stays_in_a_body_is_either_a_choice_or_of_the_office():
    assert not CHOICES & OF_THE_OFFICE
