"""How a bank writes its files: which heading is which column, and the order of day and month."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from db.access import authorise
from db.tables import BankMappingRow
from db.verbs import Act
from domain.roles import Person
from domain.sampang.bank_file.bank_columns import READ, BankColumn
from domain.sampang.bank_file.bank_days import DayOrder
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class BankMapping:
    """The columns of a bank's files by the form of their headings, and its order of day and month."""

    columns: Mapping[str, BankColumn] = field(default_factory=dict)
    day_order: DayOrder | None = None


def mapping_of(session: Session, actor: Person, bank: str) -> BankMapping:
    """How a bank's last file was mapped; a bank of which none came in yet has no mapping."""
    authorise(session, actor, SAMPANG, SampangPermission.UPLOAD_BANK_FILES)
    row = session.get(BankMappingRow, bank)
    if row is None:
        return BankMapping()
    known = {one.value: one for one in READ}
    columns = {told: known[name] for told, name in row.columns.items() if name in known}
    return BankMapping(columns, DayOrder(row.day_order) if row.day_order else None)


def keep_mapping(act: Act, bank: str, mapping: BankMapping) -> None:
    """Remember how a bank writes its files, for the next one."""
    row = act.session.get(BankMappingRow, bank, with_for_update=True) or BankMappingRow(bank=bank)
    row.columns = {told: column.value for told, column in mapping.columns.items()}
    row.day_order = mapping.day_order.value if mapping.day_order else None
    row.by_person_id, row.at = act.person.id, act.at
    act.session.add(row)
