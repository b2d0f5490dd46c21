"""The intake form as a test fills it in."""

from tests.screens.as_typed import as_typed
from tests.screens.demo_office import INTAKE, calm, go, labelled, unescaped
from tests.screens.sampang.collateral_cards import Cards
from tests.screens.walking import elements

WARNING_SIGN = ":red[⚠ "


class IntakeForm:
    """The form on the screen `Pengajuan`; fields are named by their place in LoanApplication."""

    def __init__(self, office, **address):
        self.office = office
        self.screen = office.open(office.officer, INTAKE, **address)

    @property
    def nonce(self):
        return self.screen.session_state["intake"].nonce

    def type_in(self, **typed):
        """Fill in fields (`__` stands for a dot), and let the screen run."""
        for name, value in typed.items():
            self.screen.session_state[f"{self.nonce}:{name.replace('__', '.')}"] = as_typed(value)
        calm(self.screen.run())
        return self

    @property
    def cards(self):
        """The cards of the collateral."""
        return Cards(self.screen)

    def pledge(self, what, typed):
        """Add a card ("tanah", "kendaraan", "barang") and type into it by its labels."""
        self.cards.add(what, typed)
        return self

    def typed(self, field):
        """What stands in a field now."""
        return self.screen.session_state[f"{self.nonce}:{field}"]

    def press(self, label):
        calm(labelled(self.screen.button, label).click().run())
        return self.screen

    def save_draft(self):
        return self.press("Simpan draf")

    def file(self):
        return self.press("Ajukan dan nilai")

    def leave_and_come_back(self, page):
        calm(go(self.screen, page).run())
        calm(go(self.screen, INTAKE).run())

    def said_beside(self, field):
        """What is said in red between a field and the next one."""
        listening, told = False, []
        for element in elements(self.screen.main):
            key = getattr(element, "key", None)
            if key is not None:
                own = f"{self.nonce}:{field}"
                listening = key == own or str(key).startswith(f"{own}:")  # the calendar beside it
            elif listening and element.type == "markdown" and WARNING_SIGN in element.value:
                told.append(unescaped(element.value))
        return " ".join(told)
