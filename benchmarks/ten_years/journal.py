"""Books what the copied loans paid: every instalment that fell due, except of those who stopped half-way."""

import sqlite3
from typing import Final

_KEPT_UP: Final = "NOT (i.loan_id % 12 = 0 AND i.number > l.tenor / 2)"
# What is booked of a principal p and interest i; the last share takes what the roundings left.
_PAYMENT: Final = {
    "fund_cash": "p",
    "loans": "-p",
    "interest_cash": "i",
    "due_to_revenue": "-(i - i * 2 / 6 - i / 6)",
    "due_to_agency": "-(i * 2 / 6)",
    "due_to_bank": "-(i / 6)",
}
_DISBURSEMENT: Final = {
    "loans": "p",
    "fund_cash": "-p",
    "costs_cash": "p / 100 + 300000",
    "insurance_payable": "-(p / 100)",
    "notary_payable": "-250000",
    "land_check_payable": "-50000",
}


def book_loans(database: sqlite3.Connection) -> None:
    """Book the loans that the journal does not know yet, by their days, and the fund before them."""
    (until,) = database.execute('SELECT max("on") FROM journal_entry').fetchone()
    (last,) = database.execute("SELECT max(id) FROM journal_entry").fetchone()
    database.execute(
        "CREATE TEMP TABLE booked AS SELECT DISTINCT loan_id FROM journal_entry WHERE loan_id > 0"
    )
    database.execute(
        f"CREATE TEMP TABLE booking AS SELECT {last} + row_number() OVER (ORDER BY day, kind, loan_id) id, * "
        "FROM ("
        "SELECT 'disbursement' kind, disbursed_on day, id loan_id, 0 number, principal p, 0 i FROM loan "
        "WHERE id NOT IN (SELECT loan_id FROM booked) "
        "UNION ALL SELECT 'payment', i.due_on, i.loan_id, i.number, i.principal, i.interest "
        "FROM instalment i JOIN loan l ON l.id = i.loan_id "
        f"WHERE i.loan_id NOT IN (SELECT loan_id FROM booked) AND i.due_on <= '{until}' AND {_KEPT_UP} "
        "AND i.principal + i.interest > 0)"
    )
    database.execute(
        'INSERT INTO journal_entry (id, kind, "on", value_on, memo, loan_id, reverses_id, by_person_id, at) '
        "SELECT id, kind, day, day, "
        "CASE number WHEN 0 THEN 'Pencairan ' ELSE 'Setoran ' || number || ', ' END "
        "|| loan_id, loan_id, NULL, 1, day || ' 03:01:00.000000' FROM booking ORDER BY id"
    )
    for kind, shares in (("payment", _PAYMENT), ("disbursement", _DISBURSEMENT)):
        for account, amount in shares.items():
            database.execute(
                f"INSERT INTO posting (entry_id, account, amount) SELECT id, '{account}', {amount} "
                f"FROM booking WHERE kind = '{kind}' AND {amount} <> 0"
            )
    _open_with_enough(database)


def _open_with_enough(database: sqlite3.Connection) -> None:
    """Let the fund have been opened before its first loan, with what all loans together took out of it."""
    (lent,) = database.execute(
        "SELECT coalesce(sum(p), 0) FROM booking WHERE kind = 'disbursement'"
    ).fetchone()
    (first,) = database.execute('SELECT min("on") FROM journal_entry').fetchone()
    opening = "(SELECT id FROM journal_entry WHERE kind = 'opening')"
    database.execute(f"UPDATE posting SET amount = amount + sign(amount) * {lent} WHERE entry_id = {opening}")
    begun = f"date('{first}', 'start of month', '-1 month')"
    database.execute(
        f'UPDATE journal_entry SET "on" = {begun}, value_on = {begun}, '
        f"at = {begun} || substr(at, 11) WHERE id = {opening}"
    )
    database.execute(f"UPDATE fund SET opened_on = {begun}, opened_at = {begun} || substr(opened_at, 11)")
