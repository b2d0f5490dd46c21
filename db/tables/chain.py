"""The chain: what each transaction recorded for ever, bound to all that was recorded before."""

from typing import Any

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class ChainLinkRow(Base):
    """The rows that one transaction recorded for ever. Never changed or deleted.

    `held` names them by table, `marks` has sixteen bytes for each run of them, and `hash` binds them to the
    link before.
    """

    __tablename__ = "chain_link"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    held: Mapped[dict[str, Any]] = mapped_column(JSON)
    marks: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[str]
