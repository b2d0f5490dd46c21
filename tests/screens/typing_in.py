"""Types into a form as it stands on the screen: by its labels, never by the names in the code."""

from streamlit.testing.v1.element_tree import (
    ButtonGroup,
    Checkbox,
    DateInput,
    Multiselect,
    NumberInput,
    Radio,
    Selectbox,
    TextArea,
    TextInput,
)

from tests.screens.as_typed import as_typed
from tests.screens.demo_office import calm
from tests.screens.walking import elements

FIELDS = (
    ButtonGroup, Checkbox, DateInput, Multiselect, NumberInput, Radio, Selectbox, TextArea, TextInput,
)  # fmt: skip


def choose(screen, label, value):
    """Type into the one field with a label, and let the screen run."""
    (field,) = [one for one in _fields(screen.main) if one.proto.label == label]
    _type(field, value)
    return calm(screen.run())


def send(screen, button, typed, *, place=0):
    """Type into every field of the form that ends with a button, choices by their words, and press it.

    `place` tells which form it is where several end with the same button.
    """
    pressed = [one for one in screen.button if one.proto.label == button][place]
    fields = _fields(_form_around(screen.main, pressed))
    assert [one.proto.label for one in fields] == list(typed), "every field of the form is typed into"
    for field, value in zip(fields, typed.values(), strict=True):
        _type(field, value)
    return calm(pressed.click().run())


def fill(screen, typed):
    """Type into every field on the screen, those too that come up meanwhile, by their labels."""
    left = dict(typed)
    while left:
        ready = [one for one in _fields(screen.main) if _takes(one, left)]
        assert ready, f"not on the screen, or not among its choices: {left}"
        for field in ready:
            _type(field, left.pop(field.proto.label))
        calm(screen.run())
    assert [one.proto.label for one in _fields(screen.main) if one.proto.label not in typed] == []
    return screen


def labels(screen):
    """The labels of the fields that stand on the screen, from top to bottom."""
    return [one.proto.label for one in _fields(screen.main)]


def _type(field, value):
    field.set_value(as_typed(value) if isinstance(field, TextInput) else value)


def _takes(field, typed):
    value = typed.get(field.proto.label)
    return value is not None and (not isinstance(field, Selectbox) or value in field.options)


def _fields(block):
    return [one for one in elements(block) if isinstance(one, FIELDS)]


def _form_around(block, button):
    """The smallest part of the screen that holds a button and a field."""
    for part in block.children.values():
        if hasattr(part, "children") and any(one is button for one in elements(part)):
            inner = _form_around(part, button)
            return inner if _fields(inner) else block
    return block
