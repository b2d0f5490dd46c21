"""Berita acara rapat: who came, what the fund could lend, what was decided, with every vote (V, VI.2.b)."""

from collections.abc import Sequence
from typing import Final

from documents.printable import one_line
from documents.sampang.letters.decided import Decided
from documents.sampang.letters.meeting_tables import attendance, decisions, differences, fund_position
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, blocks_height, lead, signature_table
from documents.sampang.letters.wording import counted, or_dots, this_day, typed
from domain.sampang.fund.position import Position
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.records import Meeting

TITLE: Final = "Berita acara rapat"
_PLACES: Final = (at("V"), at("VI.2.b"), at("III.4"), at("VIII.5.b"), at("VIII.5.g"))


def meeting_minutes(
    meeting: Meeting,
    decided: Sequence[Decided],
    *,
    before: Position | None,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The minutes as PDF bytes, dated and numbered as the meeting; files in the order of `decided`.

    `before` is the fund as the meeting found it, before its own approvals; None where nobody recorded
    it. For identical reprints hand in the same position again.
    """
    face = Face(
        head=head,
        title=TITLE,
        number=meeting.number,
        on=meeting.held_on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
    )
    sheet = OfficialPaper(face)
    sheet.title_block("Tim Pokjanis dana bergulir Kabupaten Sampang")
    sheet.prose(
        f"{this_day(meeting.held_on)}, bertempat di {or_dots(meeting.place)}, Tim Pokjanis telah mengadakan "
        f"rapat untuk memutuskan {counted(len(decided))} permohonan pinjaman dana bergulir (VI.2.b)."
    )
    attendance(sheet, meeting)
    fund_position(sheet, decided, before)
    decisions(sheet, decided)
    differences(sheet, decided)
    _readings(sheet, decided)
    _closing(sheet, meeting, head)
    return sheet.finished()


def _readings(sheet: OfficialPaper, decided: Sequence[Decided]) -> None:
    sheet.heading("Tafsir yang dipakai", room=10)
    used = [
        f"{or_dots(one.name)} ({or_dots(one.number, 40)}): {typed(one.decision.reading_reason)}"
        for one in decided
        if one.decision.reading_reason.strip()
    ]
    sheet.bullets(used or ["Tidak ada tafsir yang dicatat untuk keputusan rapat ini."])


def _closing(sheet: OfficialPaper, meeting: Meeting, head: Letterhead) -> None:
    if meeting.note.strip():
        sheet.heading("Catatan rapat", room=10)
        sheet.prose(typed(meeting.note))
    signer = lead(head, "Mengetahui,")
    closing = ("Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.",)
    if meeting.attendees:
        people = [
            (one.name, "\n".join(filter(None, (one.element.label, one_line(one.position, 200)))))
            for one in meeting.attendees
        ]
        # Who was there signs on the page on which the Ketua Harian does, where one page holds both.
        below = 3 + blocks_height(sheet, (signer,), 2, closing=closing)
        signature_table(sheet, people, "Unsur dan jabatan", "Yang hadir", below)
    sheet.ln(3)
    blocks(sheet, (signer,), columns=2, closing=closing)
