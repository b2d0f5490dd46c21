"""The numbered steps on the sheet, group by group."""

from documents.sheet import WIDTH, Sheet
from documents.tables import Column, table
from domain.sampang.eligibility import Eligibility
from domain.sampang.next_steps import groups_of


def next_steps(sheet: Sheet, eligibility: Eligibility) -> None:
    """The numbered steps in their groups, or the sentence that nothing is left to do."""
    sheet.heading("Langkah berikutnya", room=20)
    groups = [group for group in groups_of(eligibility) if group.steps]
    if not groups:
        sheet.paragraph("Tidak ada yang perlu ditanyakan atau dilengkapi lagi untuk hasil ini.")
    number = 0
    for group in groups:
        columns = (
            Column("No.", 9),
            Column(group.title, WIDTH - 67),
            Column(group.who, 26),
            Column("Ketentuan", 32),
        )
        rows = [
            (f"{place}", step.what, step.who, ", ".join(step.places))
            for place, step in enumerate(group.steps, number + 1)
        ]
        table(sheet, columns, rows)
        sheet.ln(2)
        number += len(rows)
