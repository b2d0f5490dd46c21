"""The statements that are run meanwhile, as a database is asked them."""

from contextlib import contextmanager

from sqlalchemy import event


@contextmanager
def asked(database):
    """Give a list that fills with each statement."""
    found = []

    def note(_connection, _cursor, statement, *_):
        found.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
