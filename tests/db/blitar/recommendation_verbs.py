"""The verbs around recommendations and reviews and who may call each, by hand from Perbup Blitar 3/2023."""

from sqlalchemy import select

from db.blitar.mentoring_paper_check import letters_by_file, letters_by_number, open_letter
from db.blitar.reporting.deeds import done_by
from db.blitar.reporting.letter_pages import bundles
from db.blitar.reporting.letters import answer_bundle, return_bundle, send_bundle, set_bundle, strike_line
from db.blitar.reporting.recommendation_export import export_recommendations, print_letter
from db.blitar.reporting.recommendations import (
    bundle,
    change_bundle,
    draft_to,
    drop_bundle,
    one_bundle,
)
from db.blitar.reporting.reviews import record_review, review_versions, reviews
from db.blitar.reporting.waiting_recommendations import all_recommendations, waiting, waiting_items
from db.blitar.visiting.verifying import verify_visits
from db.blitar.visiting.visits import save_visit
from db.tables import StaffRow, VisitRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.facilitator_review import FacilitatorReview
from domain.blitar.reporting.recommendations import Answer, BundlePrepared, BundleState, LetterNumber
from domain.closings import ClosingReason
from tests.db.blitar.mentoring import TODAY, days
from tests.db.blitar.mentoring_verbs import HER_CLIENT, SRI, Mentoring
from tests.db.blitar.visiting import a_visit
from tests.db.people import NOW, a_nonce

FACILITATOR, HEAD, READERS = {"facilitator"}, {"agency_head"}, {"facilitator", "agency_head", "mentor"}
CHECKERS, A_PAPER = READERS | {"leadership"}, b"%PDF-1.7 a letter"
DRAFT, SET, SENT, OF_TWO = 1, 2, 3, 4
HEALTH = "Dinas Kesehatan"
MONTH = TODAY.replace(day=1)
WHY = ClosingReason(reason="x")
LETTER = LetterNumber(number="1", on=TODAY)


def set_up_recommendations(office):
    """Six verified recommendations about Sri's binaan, all but the fourth in letters; and a Fasilitator."""
    programme = Mentoring(office)
    programme.appoint("Sari", kind=SubjectKind.FACILITATOR, person=programme.facilitator)
    visits = []
    for back in range(1, 7):
        told = {"problem": "x", "recommendation": "x", "agency": HEALTH}
        visit = a_visit(SRI, HER_CLIENT, TODAY - days(back), **told)
        saved = programme.do(save_visit, programme.mentor, visit, send=True, **_new())
        programme.do(verify_visits, programme.facilitator, [(saved.id, saved.version)], **_new())
        visits.append(saved.id)
    for number, visit_id in zip((DRAFT, SET, SENT), visits, strict=False):
        assert programme.do(bundle, programme.facilitator, to_health({visit_id: "x"}), **_new()) == number
    both = to_health(dict.fromkeys(visits[4:], "x"))
    assert programme.do(bundle, programme.facilitator, both, **_new()) == OF_TWO
    for number in (SET, SENT):
        letter = LetterNumber(number=f"0{number}", on=TODAY)
        programme.do(
            set_bundle,
            programme.head,
            number,
            letter,
            expected_version=1,
            at=NOW,
            printed=lambda told: A_PAPER + b"/".join(line.client_name.encode() for line in told.lines),
        )
    programme.do(send_bundle, programme.facilitator, SENT, on=TODAY, expected_version=2, at=NOW)


def _new():
    return {"nonce": a_nonce(), "at": NOW}


def _visit(s, back):
    return s.scalar(select(VisitRow.id).where(VisitRow.on == TODAY - days(back)))


def _sari(s):
    return s.scalar(select(StaffRow.id).where(StaffRow.kind == SubjectKind.FACILITATOR))


def to_health(told):
    """A letter to the Dinas Kesehatan with the words for each visit."""
    return BundlePrepared(agency=HEALTH, told=told)


def _change(s, who):
    prepared = to_health({_visit(s, 4): "y"})
    return change_bundle(s, who, DRAFT, prepared, expected_version=1, **_new())


def _answer(s, who):
    return answer_bundle(s, who, SENT, Answer(answer="Ya", on=TODAY), expected_version=3, at=NOW)


def _review(s, who):
    told = FacilitatorReview(staff_id=_sari(s), month=MONTH, conclusion="Baik")
    return record_review(s, who, told, expected_versions=0, **_new())


RECOMMENDATION_VERBS = {
    "letters_by_number": (lambda s, who: letters_by_number(s, who, "03"), CHECKERS),
    "letters_by_file": (lambda s, who: letters_by_file(s, who, A_PAPER), CHECKERS),
    "open_letter": (lambda s, who: open_letter(s, who, 1, at=NOW), READERS),
    "bundle": (lambda s, who: bundle(s, who, to_health({_visit(s, 4): "x"}), **_new()), FACILITATOR),
    "change_bundle": (_change, FACILITATOR),
    "drop_bundle": (lambda s, who: drop_bundle(s, who, DRAFT, expected_version=1, at=NOW), FACILITATOR),
    "set_bundle": (lambda s, who: set_bundle(s, who, DRAFT, LETTER, expected_version=1, at=NOW), HEAD),
    "strike_line": (
        lambda s, who: strike_line(s, who, OF_TWO, _visit(s, 5), WHY, expected_version=1, at=NOW),
        HEAD,
    ),
    "return_bundle": (lambda s, who: return_bundle(s, who, DRAFT, WHY, expected_version=1, at=NOW), HEAD),
    "send_bundle": (
        lambda s, who: send_bundle(s, who, SET, on=TODAY, expected_version=2, at=NOW),
        FACILITATOR | HEAD,
    ),
    "answer_bundle": (_answer, FACILITATOR | HEAD),
    "bundles": (lambda s, who: bundles(s, who, list(BundleState)), READERS),
    "draft_to": (lambda s, who: draft_to(s, who, HEALTH), FACILITATOR),
    "print_letter": (lambda s, who: print_letter(s, who, SENT, at=NOW), READERS),
    "export_recommendations": (
        lambda s, who: export_recommendations(s, who, MONTH, TODAY, at=NOW),
        READERS,
    ),
    "one_bundle": (lambda s, who: one_bundle(s, who, DRAFT), READERS),
    "waiting, letters of recommendation": (waiting, READERS),
    "waiting_items": (lambda s, who: waiting_items(s, who, HEALTH), READERS),
    "all_recommendations": (lambda s, who: all_recommendations(s, who, MONTH, TODAY), READERS),
    "record_review": (_review, HEAD),
    "reviews": (lambda s, who: reviews(s, who, MONTH), FACILITATOR | HEAD),
    "review_versions": (lambda s, who: review_versions(s, who, _sari(s), MONTH), FACILITATOR | HEAD),
    "done_by": (lambda s, who: done_by(s, who, _sari(s), MONTH), FACILITATOR | HEAD),
}
