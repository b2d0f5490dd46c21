"""A message that comes and goes moves nothing below it: the browser would forget what is open there."""

from domain.blitar.roles import BlitarRole
from domain.sampang.origination.stages import Stage
from tests.screens.demo_office import ELIGIBILITY, VISITS, calm, said
from tests.screens.sampang.loan_screen import LoanDesk


def types(block):
    return [element.type for element in block.children.values()]


def blocks(block):
    """A part of the screen that holds others, and every such part within it."""
    yield block
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from blocks(child)


def places(screen):
    """The kinds of what stands on the screen itself, from top to bottom."""
    return types(screen.main)


def test_a_refused_press_on_the_list_of_visits_moves_nothing(office):
    facilitator = office.by_role[BlitarRole.FACILITATOR]
    screen = office.open(facilitator, VISITS, lihat="Daftar")
    screen.session_state["kunjungan-dikatakan"] = "Kunjungan ini berubah."
    calm(screen.run())
    assert "Kunjungan ini berubah" in said(screen)
    (alone,) = [block for block in blocks(screen.main) if "error" in types(block)]
    assert types(alone) == ["error"]  # nothing stands beside it that it could move


def test_what_changed_meanwhile_is_said_above_the_tabs_of_a_file_and_moves_nothing(office):
    desk = LoanDesk(office)
    file = desk.file_at(Stage.CHECKED)
    screen = desk.open(office.officer, file)
    before = places(screen)
    screen.session_state["pinjaman-terlihat"] = (file, 0)
    calm(screen.run())
    assert "Berkas ini berubah sejak Anda membukanya" in said(screen)
    assert places(screen) == before


def test_a_new_number_is_said_above_the_tabs_of_an_application_and_moves_nothing(office):
    number = office.rows()[0].id
    told, untold = (office.open(office.officer, ELIGIBILITY, no=number, **more) for more in ({"baru": 1}, {}))
    assert "Tersimpan dengan nomor" in said(told)
    assert "Tersimpan dengan nomor" not in said(untold)
    assert places(told) == places(untold)
