"""The cards of Pengajuan > Agunan as a test fills them in: by their labels, one card after the other."""

import re

from streamlit.testing.v1.element_tree import Selectbox, TextInput

from tests.screens.demo_office import calm, unescaped
from tests.screens.typing_in import FIELDS
from tests.screens.walking import elements

_HEADING = re.compile(r"\*\*Agunan (baru|\d+)\*\*")


class Cards:
    """The cards that stand on a screen now, in their order; the first is number 1."""

    def __init__(self, screen):
        self.screen = screen

    def __len__(self):
        return len(self._blocks())

    def add(self, what, typed=None):
        """Add a card ("tanah", "kendaraan", "barang") and type into it."""
        self._run(next(one for one in self.screen.button if one.label == f"Tambah {what}").click())
        return self.type_in(len(self), typed or {})

    def type_in(self, place, typed):
        """Type into fields of one card, those too that come up meanwhile."""
        left = dict(typed)
        while left:
            ready = [one for one in self._fields(place) if _takes(one, left)]
            assert ready, f"not on the card, or not among its choices: {left}"
            for field in ready:
                value = left.pop(field.proto.label)
                field.set_value(str(value) if isinstance(field, TextInput) else value)
            self._run()
        return self

    def shown(self, place):
        """What stands in the fields of one card, by their labels."""
        return {one.proto.label: one.value for one in self._fields(place)}

    def press(self, place, label):
        """Press a button of one card."""
        (found,) = [one for one in elements(self._blocks()[place - 1]) if getattr(one, "label", "") == label]
        self._run(found.click())
        return self

    def said(self, place):
        """All that is said on one card."""
        told = [getattr(one, "value", "") for one in elements(self._blocks()[place - 1])]
        return unescaped("\n".join(str(one) for one in told if one))

    def headings(self):
        """The words above every card."""
        return [next(iter(block.children.values())).value.strip("*") for block in self._blocks()]

    def _blocks(self):
        blocks = [one for one in elements(self.screen.main) if getattr(one, "children", None)]
        return [one for one in blocks if _HEADING.fullmatch(_first_words(one))]

    def _fields(self, place):
        return [one for one in elements(self._blocks()[place - 1]) if isinstance(one, FIELDS)]

    def _run(self, element=None):
        calm((element or self.screen).run())


def _first_words(block):
    return str(getattr(next(iter(block.children.values())), "value", ""))


def _takes(field, typed):
    value = typed.get(field.proto.label)
    return value is not None and (not isinstance(field, Selectbox) or value in field.options)
