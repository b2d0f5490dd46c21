"""Beranda of a Pendamping: the day, whom to visit with one tap, what came back, the coming week."""

from db.blitar.caseload.attention import attention_counts
from db.office.practice import law_of
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.dates import indonesian_weekday
from pages.blitar.screen_tabs import WEEK
from pages.parts.store import today
from tests.screens.demo_office import HOME, MENTORS, VISITS, calm


def _home(office):
    return calm(office.open(office.by_role[BlitarRole.MENTOR], HOME))


def _links(app):
    return {link.proto.label: (link.proto.page, link.proto.query_string) for link in app.get("page_link")}


def _counts(office):
    person = office.by_role[BlitarRole.MENTOR]
    with office.database.read() as session:
        return attention_counts(session, person, law_of(session, BLITAR, today()))


def test_the_day_is_the_heading(office):
    assert _home(office).title[0].value == indonesian_weekday(today())


def test_every_due_binaan_is_one_tap_from_the_form_that_is_filled_for_it(office):
    rows = [query for label, (page, query) in _links(_home(office)).items() if label.startswith("●")]
    forms = [query for query in rows if "lihat=Catat" in query and "binaan=" in query]
    assert len(forms) == _counts(office)[AttentionKind.NO_VISIT]


def test_overdue_promises_are_counted_as_on_binaan(office):
    told = f"● Janji lewat **{_counts(office)[AttentionKind.FOLLOW_UPS]}**"
    assert told in _links(_home(office))


def test_the_coming_week_is_one_tap_away(office):
    (address,) = (query for label, (_, query) in _links(_home(office)).items() if "pekan depan" in label)
    assert f"{WEEK}=2026-" in address


def test_the_week_of_the_link_is_opened_with_ones_own_plan_first(office):
    app = calm(
        office.open(office.by_role[BlitarRole.MENTOR], MENTORS, lihat="Jadwal kerja", pekan="2026-12-07")
    )
    headings = [one.value for one in app.subheader]
    assert headings.index("Senin 7 Desember 2026 sampai Jumat 11 Desember 2026") < headings.index(
        "Jadwal saya"
    )


def test_the_form_for_one_binaan_stands_alone(office):
    client = next(
        query.partition("binaan=")[2].partition("&")[0]
        for label, (_, query) in _links(_home(office)).items()
        if label.startswith("●") and "binaan=" in query
    )
    app = calm(office.open(office.by_role[BlitarRole.MENTOR], VISITS, lihat="Catat", binaan=client))
    assert (app.title[0].value, len(app.get("tab"))) == ("Catat kunjungan", 5)  # the five groups of tasks


def test_the_fasilitator_keeps_the_cards(office):
    app = calm(office.open(office.by_role[BlitarRole.FACILITATOR], HOME))
    assert app.title[0].value.startswith("Halo")
