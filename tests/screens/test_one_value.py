"""A field of a form looks up its own value and not those of all other fields."""

from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

FORM = """
import streamlit as st
from pages.parts.one_value import look_up_one_by_one
look_up_one_by_one()
for place in range({fields}):
    st.session_state.setdefault(f"f{{place}}", None if place % 2 else f"isi {{place}}")
    st.text_input(f"Isian {{place}}", key=f"f{{place}}")
for key in ("pilihan", "angka"):
    st.session_state.setdefault(key, None)
st.selectbox("Pilihan", ["a", "b"], index=1, key="pilihan")
st.number_input("Angka", value=3, key="angka")
st.text(len(st.session_state))
st.text(sorted(st.session_state)[:2])
"""


def _screen(fields):
    return AppTest.from_string(FORM.format(fields=fields)).run()


def _looked_up(fields, monkeypatch):
    screen, asked, usual = _screen(fields), [], SessionState.__getitem__
    with monkeypatch.context() as patched:
        patched.setattr(SessionState, "__getitem__", lambda self, key: asked.append(key) or usual(self, key))
        screen.run()
    return len(asked)


def test_twice_the_fields_are_no_more_than_about_twice_the_look_ups(monkeypatch):
    assert _looked_up(40, monkeypatch) < 2.2 * _looked_up(20, monkeypatch)


def test_fields_show_what_stands_in_them_and_what_was_emptied():
    screen = _screen(4)
    assert [field.value for field in screen.text_input] == ["isi 0", None, "isi 2", None]
    assert (screen.selectbox[0].value, screen.number_input[0].value) == (None, None)


def test_what_was_typed_stays_in_its_field():
    screen = _screen(4)
    screen.text_input(key="f1").set_value("diketik").run()
    assert screen.text_input(key="f1").value == "diketik"


def test_all_that_is_kept_can_still_be_gone_through():
    assert [text.value for text in _screen(4).text] == ["6", "['angka', 'f0']"]
