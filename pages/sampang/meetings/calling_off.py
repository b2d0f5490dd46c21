"""The button that cancels a meeting that was opened by mistake, with its reason."""

from functools import partial

from db.sampang.origination.calling_off import call_off_meeting
from db.sampang.origination.meetings import StoredMeeting
from domain.dates import indonesian_date
from domain.roles import Person
from pages.parts.giving_back import Asking, give_back
from pages.parts.sending import nonce_of
from pages.sampang.meetings.meeting_choice import open_meeting
from pages.sampang.meetings.queue_rows import unchoose_all


def show_calling_off(person: Person, stored: StoredMeeting) -> None:
    """Ask why, and cancel; a meeting at which something was decided is refused by the store."""
    day = indonesian_date(stored.meeting.held_on)
    asking = Asking(
        "Batalkan rapat",
        f"Batalkan rapat {day}? Rapatnya tetap tercatat dengan alasannya; undangan yang sudah terbit tidak "
        "berlaku lagi.",
        "Mengapa dibatalkan",
        "mis. salah tanggal; rapat yang benar dibuka tersendiri",
        "Ya, batalkan rapat ini",
    )
    form = f"batal-rapat:{stored.id}"
    give_back(
        form,
        asking,
        call_off_meeting,
        person,
        stored.id,
        said=f"Rapat {day} dibatalkan.",
        then=partial(_leave, stored.id),
        nonce=nonce_of(form),
    )


def _leave(meeting_id: int) -> None:
    unchoose_all(meeting_id)
    open_meeting(meeting_id)
