"""Everything in the demo that ended, erased by two people of each programme; and what named those people."""

import json
import sqlite3
from datetime import UTC, date, datetime

from sqlalchemy import select

from db.chain.row_hashes import key_of_row
from db.chain.walking import walk_chain
from db.hiding import drop_old_pages
from db.office.erasures import approve_erasure, propose_erasure
from db.office.people import personas
from db.office.retention_reading import records_of, retention_now
from db.opening import open_demo
from db.tables import OfficeSettingRow
from domain.blitar.programme import BLITAR
from domain.programme import may
from domain.retention.erasure_asked import ErasureAsked
from domain.roles import OfficePermission
from domain.sampang.programme import SAMPANG
from tests.screens.clock import TODAY

NOW = datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
_WHO = {
    "application": ("file", "loan"),
    "client": ("client",),
    "candidate": ("candidate",),
    "staff": ("staff",),
}
_TOLD = "name contact_name spouse_name spouse_nik nik npwp phone address education_told"
_SAID = set(_TOLD.split())


def erase_all(file):
    """Everything that ended, whenever it was, by both programmes; gives what was due and the rows of it."""
    database = open_demo(f"sqlite:///{file}")
    gone, rows = set(), {}
    with database.read() as session:
        people = personas(session)
    for programme in (SAMPANG, BLITAR):
        maker, other = (
            next(one for one in people if may(one, permission, programme))
            for permission in (OfficePermission.PROPOSE_ERASURE, OfficePermission.APPROVE_ERASURE)
        )
        with database.write() as session:
            _keep_no_longer(session, programme, maker, other)
        with database.read() as session:
            due = retention_now(session, maker, programme, TODAY).due
            _note_rows(session, programme, due, rows)
        gone |= {one.key for one in due}
        with database.write() as session:
            asked, nonce = ErasureAsked(reason="semua"), f"semua-{programme.key}"
            number = propose_erasure(session, maker, programme, asked, nonce=nonce, at=NOW)
        with database.write() as session:
            approve_erasure(session, other, programme, number, at=NOW)
    with database.read() as session:
        broken = walk_chain(session).broken
    database.close()
    drop_old_pages(str(file))
    return gone, rows, broken


def _keep_no_longer(session, programme, maker, other):
    for one in records_of(programme):
        row = OfficeSettingRow(
            parameter=one.kind.setting, value=0, since=date(2015, 5, 4), reason="x", programme=programme.key
        )
        row.proposed_by_id, row.proposed_at = maker.id, NOW
        row.approved_by_id, row.approved_at = other.id, NOW
        session.add(row)


def _note_rows(session, programme, due, rows):
    """The rows that tell of these people alone, by table."""
    for one in records_of(programme):
        ids = [each.id for each in due if each.kind == one.kind.key]
        for touched in one.touched(session, ids) if ids else ():
            if touched.is_about is None and not touched.mentions:
                keys = session.execute(select(*touched.table.primary_key.columns).where(touched.where))
                found = rows.setdefault(touched.table.name, set())
                found |= {key_of_row(touched.table, key) for key in keys}


def leaves_of(value, key=""):
    if isinstance(value, dict):
        yield from (leaf for name, entry in value.items() for leaf in leaves_of(entry, name))
    elif isinstance(value, list):
        yield from (leaf for entry in value for leaf in leaves_of(entry, key))
    elif isinstance(value, str):
        yield key, value


def identities_of(file, gone):
    """What names the people who are gone, and nobody else."""
    theirs, others = set(), set()
    with sqlite3.connect(file) as store:
        store.row_factory = sqlite3.Row
        for table, kinds in _WHO.items():
            for row in store.execute(f"SELECT * FROM {table}").fetchall():
                bodies = {k: json.loads(v) if str(v).startswith("{") else v for k, v in dict(row).items()}
                said = {text for key, text in leaves_of(bodies) if key in _SAID and len(text) > 7}
                (theirs if any((one, row["id"]) in gone for one in kinds) else others).update(said)
        others |= {name for (name,) in store.execute("SELECT name FROM person")}
    rest = "\n".join(others)
    return {text for text in theirs if text not in rest}
