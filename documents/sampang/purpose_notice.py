"""What the applicant is told about their data, on the sheet that goes with the application."""

from typing import Final

from documents.printable import one_line
from documents.sheet import LINE, Sheet
from domain.purpose_notices import FUND, PROVISION, NoticeGiven

_TO_SIGN: Final = 6.0
_ROOM: Final = 7 * LINE + _TO_SIGN
_SIGNED: Final = f"Sudah diberi tahu: nama {'.' * 44}  tanda tangan {'.' * 34}  tanggal {'.' * 20}"


def purpose_notice(sheet: Sheet, notice: NoticeGiven, *, follows: float) -> None:
    """The text, whether it was given, and the line on which the applicant signs for it.

    It stands on one page with what `follows`, so many millimetres, which would else be signatures alone.
    """
    sheet.heading("Pemberitahuan data pribadi kepada pemohon", room=_ROOM + follows)
    sheet.paragraph(FUND.text)
    told = one_line(f"Catatan: {notice.told}.", 200)
    sheet.paragraph(f"{told} Dasar: {PROVISION}, bukan Perbup; tidak memengaruhi hasil di lembar ini.")
    sheet.ln(_TO_SIGN)
    sheet.paragraph(_SIGNED)
