"""The screen `Rapat Pokjanis` as a test uses it, at an open meeting of two elements."""

from db.sampang.origination.meetings import decided_at, meetings
from domain.sampang.origination.records import Element
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import calm, unescaped
from tests.screens.sampang.loan_screen import LoanDesk
from tests.screens.walking import elements

MEETINGS = "pages/sampang/meetings/screen.py"


class MeetingRoom:
    """A demo office with one open meeting, at which Dinas Koperasi and Bank Jatim are present."""

    def __init__(self, office):
        self.office = office
        self.desk = LoanDesk(office)
        self.meeting = self.desk.lending.meeting
        self.member, self.lead = office.member, self.desk.lending.lead
        self.screen = None

    def open(self, person=None, **address):
        """Open the screen, by itself at the open meeting."""
        self.screen = self.office.open(person or self.member, MEETINGS, **address)
        return self.screen

    def run(self):
        self.screen = calm(self.screen.run())
        return self.screen

    def box(self, file):
        """The box that chooses a file, on whichever page of the queue it stands."""
        key = f"antrean-halaman:{self.meeting}"
        page = 1
        while True:
            found = [box for box in self.screen.checkbox if box.key == f"pilih:{self.meeting}:{file}"]
            if found:
                return found[0]
            page += 1
            assert page < 20, "the file stands on no page of the queue"
            self.screen.session_state[key] = page
            self.run()

    def choose(self, *files):
        """Open the screen, and choose files for discussion."""
        if self.screen is None:
            self.open()
        for file in files:
            self.box(file).check()
            self.run()
        return self.screen

    def nonce(self, file):
        return self.screen.session_state[f"rapat-berkas:{self.meeting}:{file}"]

    def type_in(self, file, **typed):
        """Fill in fields of the card of a file, named as its form names them."""
        for field, value in typed.items():
            self.screen.session_state[f"{self.nonce(file)}:{field}"] = as_typed(value)
        return self.run()

    def all_agree(self):
        return self.press("Semua setuju")

    def press(self, label):
        """Press the one button whose label begins so; what asks first is opened and confirmed."""
        asking = [each for each in self.asking() if unescaped(each.proto.popover.label).startswith(label)]
        if asking:
            (button,) = [each for each in elements(asking[0]) if each.type == "button"]
            self.screen = calm(button.click().run())
            return self.screen
        (button,) = [each for each in self.screen.button if unescaped(each.label).startswith(label)]
        self.screen = calm(button.click().run())
        return self.screen

    def asking(self):
        """What opens on a press and asks once more; a calendar asks nothing."""
        opening = [each for each in elements(self.screen.main) if each.type == "popover"]
        return [each for each in opening if each.proto.popover.label]

    def decide(self, file, button, reason="layak"):
        """Take a file through its card: everybody agrees, and a button is pressed."""
        self.choose(file)
        return self.decide_now(file, button, reason)

    def decide_now(self, file, button, reason="layak"):
        """Decide the file whose card is open: everybody agrees, and a button is pressed."""
        self.all_agree()
        self.type_in(file, reason=reason)
        return self.press(button)

    def discuss(self, file):
        """Bring the card of one of several chosen files to the front."""
        self.screen.session_state[f"dibahas:{self.meeting}"] = file
        return self.run()

    def stage(self, file):
        return self.desk.lending.stage(file)

    def decisions(self):
        with self.office.database.read() as session:
            return {
                one.application_id: one.decision for one in decided_at(session, self.member, self.meeting)
            }

    def position(self):
        return self.desk.lending.position()

    def meetings(self):
        with self.office.database.read() as session:
            return meetings(session, self.member)

    def stored(self, place):
        """The newest meeting at a place, as the store has it."""
        return next(one.meeting for one in self.meetings() if one.meeting.place == place)

    def begin(self, **typed):
        """Open the form of a new meeting without those of the register, and fill it in."""
        self.open(rapat="baru")
        rows = [f"{element}__{place}" for element in Element for place in range(3)]
        self.write(**{f"{row}__{field}": "" for row in rows for field in ("name", "position")})
        return self.write(**typed)

    def write(self, **typed):
        """Fill in the form of the meeting (`__` stands for a dot)."""
        slots = ("rapat-isian:baru", f"rapat-isian:{self.meeting}:1")
        nonce = next(self.screen.session_state[slot] for slot in slots if slot in self.screen.session_state)
        for field, value in typed.items():
            self.screen.session_state[f"{nonce}:{field.replace('__', '.')}"] = as_typed(value)
        return self.run()
