"""The verbs of papers that are signed as printed, as the table of roles presses them."""

from contextlib import suppress

from db.refusals import NotFound, Wrong
from db.sampang.origination.boards import board_of, record_board
from db.sampang.origination.papers_to_sign import paper_to_sign_bytes, papers_to_sign, scan_bytes
from db.sampang.origination.preparing import prepare_agreement, prepare_request
from db.sampang.origination.signing import sign_prepared
from domain.sampang.origination.board import NOBODY
from domain.sampang.origination.stages import Stage
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import AGAIN, DAY, REQUEST
from tests.db.sampang.signing import SIGNED, an_agreement, printed

READERS = {"officer", "team_member", "team_lead", "bank"}
# The office of the table has one file at each stage.
APPROVED, AGREED = (list(Stage).index(stage) + 1 for stage in (Stage.APPROVED, Stage.AGREED))


def _press():
    return {"nonce": a_nonce(), "at": NOW}


def _prepare(s, who):
    return prepare_agreement(s, who, APPROVED, an_agreement(), printed, instead_of=None, **_press())


def _prepare_request(s, who):
    return prepare_request(s, who, AGREED, REQUEST, printed, instead_of=None, **AGAIN, **_press())


def _sign(s, who):
    return sign_prepared(s, who, _prepare(s, who), SIGNED, **_press())


def _record_board(s, who):
    with suppress(Wrong):  # no file of the table is a koperasi's
        record_board(s, who, APPROVED, NOBODY, **_press())


def _scan(s, who):
    with suppress(NotFound):
        scan_bytes(s, who, 1, at=NOW)


def _open(s, who):
    with suppress(NotFound):
        paper_to_sign_bytes(s, who, 1, at=NOW)


SIGNING_VERBS = {
    "prepare_agreement": (_prepare, {"officer"}),
    "prepare_request": (_prepare_request, {"officer"}),
    "sign_prepared": (_sign, {"officer"}),
    "papers_to_sign": (lambda s, who: papers_to_sign(s, who, APPROVED, DAY), READERS),
    "paper_to_sign_bytes": (_open, {"officer", "team_lead"}),
    "scan_bytes": (_scan, {"officer", "team_lead"}),
    "record_board": (_record_board, {"officer"}),
    "board_of": (lambda s, who: board_of(s, who, APPROVED), READERS),
}
