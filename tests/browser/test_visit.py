"""A Pendamping records a visit, on a telephone too, and the Fasilitator verifies it in a browser."""

from playwright.sync_api import expect
from sqlalchemy import select

from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import COUNTED, VisitState
from pages.parts.store import today
from tests.browser.driver import PHONE, ROOT, both_widths, open_screen, settled
from tests.browser.test_first_job import WIDER_THAN_THE_WINDOW

RESULTS = ROOT / "test-results"


def _own_clients(store, person):
    """The binaan of a persona that were visited before, but not today."""
    query = (
        select(ClientRow.id)
        .join(StaffRow, StaffRow.id == ClientRow.mentor_id)
        .where(StaffRow.person_id == person.id, ClientRow.status == "open", ClientRow.last_visit_on < today())
        .order_by(ClientRow.id)
    )
    with store.database.read() as session:
        return list(session.scalars(query))


def _newest_visit(store, client_id):
    query = select(VisitRow).where(VisitRow.client_id == client_id).order_by(VisitRow.id.desc()).limit(1)
    with store.database.read() as session:
        return session.scalars(query).one()


@both_widths
def test_a_visit_is_recorded_in_a_few_taps_and_verified(page, server, store, viewport_width):
    mentor, facilitator = store.who(BlitarRole.MENTOR), store.who(BlitarRole.FACILITATOR)
    client = _own_clients(store, mentor)[0 if viewport_width == PHONE else 1]
    open_screen(page, f"{server.url}/kunjungan?lihat=Catat&binaan={client}&sebagai={mentor.id}")
    page.get_by_role("button", name="Sama seperti").click()
    settled(page)
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)
    RESULTS.mkdir(exist_ok=True)
    page.screenshot(path=RESULTS / f"kunjungan-{viewport_width}.png", full_page=True)
    page.get_by_role("button", name="Kirim ke Fasilitator").click()
    expect(page.get_by_text("Catat kunjungan lain")).to_be_visible(timeout=60_000)
    sent = _newest_visit(store, client)
    assert (VisitState(sent.state), sent.on) == (VisitState.SENT, today())

    open_screen(page, f"{server.url}/kunjungan?kunjungan={sent.id}&sebagai={facilitator.id}")
    page.get_by_role("button", name="Verifikasi", exact=False).first.click()
    settled(page)
    verified = _newest_visit(store, client)
    assert VisitState(verified.state) is VisitState.VERIFIED
    assert VisitState(verified.state) in COUNTED

    open_screen(page, f"{server.url}/binaan?binaan={client}&sebagai={facilitator.id}")
    expect(page.get_by_role("tab", name="Perkembangan")).to_be_visible()
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)
    with store.database.read() as session:
        assert session.get_one(ClientRow, client).last_visit_on == today()


@both_widths
def test_the_fasilitator_sees_on_monday_who_waits_and_what_the_filters_leave(page, server, store):
    facilitator = store.who(BlitarRole.FACILITATOR)
    open_screen(page, f"{server.url}/binaan?sebagai={facilitator.id}")
    expect(page.get_by_role("heading", name="Perlu perhatian")).to_be_visible()
    page.get_by_text("Perlu dikunjungi", exact=True).first.click()
    settled(page)
    assert "kunjungan=perlu-dikunjungi" in page.url
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)
