"""What the product keeps beside its ground, made anew after rows came in past its verbs."""

from pathlib import Path

from db.blitar.caseload import month_counts
from db.blitar.caseload.standing import stand_anew
from db.blitar.visiting.recommending import recommend_anew
from db.engine import Database
from db.sampang.applications import file_counts
from db.sampang.fund import totals_anew


def make_anew(file: Path) -> None:
    """Make every kept total of a SQLite file anew."""
    database = Database.at(f"sqlite:///{file}")
    with database.write() as session:
        stand_anew(session, None)
        recommend_anew(session, None)
        month_counts.count_anew(session)
        file_counts.count_anew(session)
        totals_anew.make_anew(session)
    database.close()
