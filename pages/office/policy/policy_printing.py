"""The simulation as one printed page."""

from collections.abc import Sequence
from typing import Final

from documents.office.one_page import Printing
from documents.office.policy_page import PolicyPaper, policy_page, shortened
from domain.money import number
from domain.regulation.policy.comparing import READING_ALONE, Comparison
from domain.regulation.policy.draft_words import changes_told
from domain.roles import Person
from domain.version import VERSION
from pages.office.policy.compared import Compared, Row, Tried, column_names, notes_on
from pages.parts.store import is_demo_database, today

_MOST_BLAMED: Final = 4
_ASSUMED: Final = (
    "Fakta yang belum diketahui tetap belum diketahui, dan yang bergantung pada bacaan yang masih terbuka "
    "tidak dihitung sebagai untung atau rugi. Rancangan dicoba juga atas berkas yang diajukan sebelumnya.",
    "Angsuran, jasa, dan pembagiannya dihitung atas jumlah dan jangka waktu yang diminta, dalam rupiah utuh.",
)


def printed_simulation(
    compared: Compared, tried: Sequence[Tried], rows: Sequence[Row], person: Person
) -> bytes:
    """The page as PDF bytes."""
    law = compared.in_force.law
    paper = PolicyPaper(
        programme=compared.programme.name,
        in_force=law.regulation.instrument.name,
        day=law.day,
        subjects=f"{number(compared.register.size)} {compared.part.subjects} ({compared.scope.lower()})",
        laws=tuple(column_names(tried)),
        changes=tuple(
            (shortened(name), change.place, change.what, change.before, change.after)
            for name, one in zip(column_names(tried)[1:], tried, strict=True)
            for change in changes_told(one.draft, law)
        ),
        rows=tuple((row.label, row.place, *row.values) for row in rows),
        blamed=tuple(_blamed(compared, one) for one in tried),
        notes=(*notes_on(compared, tried), *_ASSUMED[: 2 if compared.part.lends else 1]),
    )
    return policy_page(paper, Printing(today(), person.name, VERSION, is_demo_database()))


def _blamed(compared: Compared, one: Tried) -> str:
    found = Comparison(compared.in_force, one.judged).blamed()
    if not found:
        return f"{one.draft.name}: tidak ada hasil yang berubah."
    told = [
        f"{'bacaan yang masih terbuka' if each.rule == READING_ALONE else each.rule} ({number(each.all)})"
        for each in found[:_MOST_BLAMED]
    ]
    more = len(found) - len(told)
    return f"{one.draft.name}: {', '.join(told)}{f', dan {more} ketentuan lagi' if more else ''}."
