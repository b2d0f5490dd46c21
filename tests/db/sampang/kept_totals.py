"""What is kept beside the books and the files, held against its making anew."""

from datetime import date

from db.sampang.applications.file_counts import counts_anew, kept_counts
from db.sampang.fund.totals_anew import kept, made_anew
from db.sampang.lending_figures import lending_from_journal, lending_on

DAYS = (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 14), date(2026, 4, 30), date(2026, 9, 30),
        date(2028, 6, 1), date(2028, 6, 30))  # fmt: skip


def look_at_kept_totals(session):
    """Every kept total is what the journal, the loans and the files come to."""
    found, anew = kept(session), made_anew(session)
    assert found.moved == anew.moved
    assert found.progress == anew.progress
    assert found.lending == anew.lending
    assert found.due == anew.due
    assert kept_counts(session) == counts_anew(session)


def look_at_lending(session):
    """The lending of a day, kept, is what the journal shows of it."""
    for day in DAYS:
        assert lending_on(session, day) == lending_from_journal(session, day), day
