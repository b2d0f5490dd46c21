"""Papers for signing as tests prepare them, and how they come back."""

from itertools import count

from db.sampang.origination.papers_to_sign import papers_to_sign
from db.sampang.origination.preparing import prepare_agreement, prepare_request
from db.sampang.origination.signing import sign_prepared
from domain.sampang.origination.for_signing import PaperSigned
from domain.sampang.origination.records import AgreementToSign
from tests.db.sampang.lending import AGAIN, AGREEMENT, DAY, REQUEST

SIGNED = PaperSigned(on=DAY)
_numbers = count(1)


def printed(told):
    """Stand for the PDF: what it would be printed from."""
    return b"%PDF-1.7\n" + told.number.encode()


def an_agreement(number=None):
    """What an agreement says beside its file, with a number that no other has."""
    return AgreementToSign(
        number=number or f"NP/{next(_numbers)}/2026",
        account_number=AGREEMENT.account_number,
        account_holders=AGREEMENT.account_holders,
        signed_by_lead=AGREEMENT.signed_by_lead,
        signed_by_bank=AGREEMENT.signed_by_bank,
    )


def prepare(lending, file, number=None, who=None, instead_of=None, **more):
    """Prepare the agreement of an approved file; give the number of the paper."""
    told = an_agreement(number)
    who = who or lending.officer
    return lending.run(prepare_agreement, who, file, told, printed, instead_of=instead_of, **more)


def prepare_payment(lending, file, who=None, instead_of=None, request=REQUEST):
    """Prepare the request for payment of a file with an agreement."""
    who, more = who or lending.officer, {"instead_of": instead_of, **AGAIN}
    return lending.run(prepare_request, who, file, request, printed, **more)


def sign(lending, paper, who=None, signed=SIGNED, scan=(), **more):
    """Record that a prepared paper came back signed."""
    return lending.run(sign_prepared, who or lending.officer, paper, signed, scan, **AGAIN, **more)


def papers(lending, file, day=DAY):
    """The papers for signing of a file, the newest first."""
    return lending.ask(papers_to_sign, lending.officer, file, day)
