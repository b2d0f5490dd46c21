"""Words for WhatsApp beside each row: for whoever has to do it, to a number only where one is held."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

from db.blitar.caseload.attention import attention_rows
from db.blitar.caseload.kinds_of_attention import (
    ClientToVisit,
    ContractToRenew,
    FollowUpToClose,
    IdleMentor,
    VisitToSend,
)
from db.office.practice import law_of
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import Doer, VisitState
from domain.regulation.law_in_force import NO_PRACTICE
from pages.blitar.clients.caseload.reminding import reminder_of
from pages.parts.store import today
from pages.parts.whatsapp import whatsapp_address
from tests.people import someone
from tests.screens.demo_office import CLIENTS, calm

DAY = date(2026, 3, 2)
LAW = law_on(DAY, NO_PRACTICE)
MENTOR, FACILITATOR = someone(BlitarRole.MENTOR), someone(BlitarRole.FACILITATOR)
TO_VISIT = ClientToVisit(1, "Warung", None, "Sri", DAY, date(2026, 1, 1), "0812 3456 7890")


def promised(doer):
    return FollowUpToClose(1, 1, "Warung", "Daftar NIB", date(2026, 3, 1), doer, "Sri", "081234567890")


def to(person, row):
    found = reminder_of(person, row, LAW)
    return found and (found.to, found.phone)


def test_a_pendamping_asks_the_binaan_itself_when_to_come():
    assert to(MENTOR, TO_VISIT) == ("Warung", "6281234567890")


def test_the_fasilitator_writes_to_the_pendamping_whose_number_nobody_holds():
    assert to(FACILITATOR, TO_VISIT) == ("Sri", "")


def test_what_the_binaan_promised_is_asked_of_the_binaan():
    assert to(FACILITATOR, promised(Doer.CLIENT)) == ("Warung", "6281234567890")


def test_what_a_pendamping_promised_they_are_not_asked_by_themselves():
    assert (to(MENTOR, promised(Doer.MENTOR)), to(FACILITATOR, promised(Doer.MENTOR))) == (None, ("Sri", ""))


def test_what_another_office_promised_is_asked_without_anybodys_number():
    assert to(FACILITATOR, promised(Doer.AGENCY)) == (Doer.AGENCY.label, "")


def test_every_other_row_is_for_its_pendamping():
    rows = (
        IdleMentor(1, "Sri", 3, None),
        VisitToSend(1, "Warung", DAY, VisitState.DRAFT, "Sri"),
        ContractToRenew(1, "Sri", SubjectKind.MENTOR, DAY, 3),
    )
    assert [to(FACILITATOR, row) for row in rows] == [("Sri", "")] * 3
    assert [to(MENTOR, row) for row in rows] == [None] * 3


def test_nobody_is_reminded_of_a_binaan_without_a_pendamping():
    assert to(FACILITATOR, ClientToVisit(1, "Warung", None, "", DAY, None, "")) is None


def test_a_message_tells_what_was_agreed_and_until_when():
    words = reminder_of(FACILITATOR, promised(Doer.CLIENT), LAW).words
    assert "Mengingatkan kesepakatan kita: Daftar NIB, batas 1 Maret 2026." in words


def test_whatever_was_typed_stays_within_the_words():
    odd = "A&text=B #1\nhttps://jahat.example?x="
    address = urlsplit(whatsapp_address(odd, "6281"))
    assert (address.netloc, address.path, parse_qs(address.query)) == ("wa.me", "/6281", {"text": [odd]})


def test_every_kind_of_row_opens_for_the_fasilitator_with_its_words(office):
    person = office.by_role[BlitarRole.FACILITATOR]
    for kind in AttentionKind:
        with office.database.read() as session:
            rows = attention_rows(session, person, kind, law_of(session, BLITAR, today()))
        app = calm(office.open(person, CLIENTS, perlu=kind.value))
        addresses = [one.proto.url for one in app.get("link_button")]
        wanted = [found for row in rows if (found := reminder_of(person, row, law_of_today(office)))]
        assert addresses == [whatsapp_address(one.words, one.phone) for one in wanted]


def law_of_today(office):
    with office.database.read() as session:
        return law_of(session, BLITAR, today())
