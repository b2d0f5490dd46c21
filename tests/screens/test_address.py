"""The address of a screen: one step of the browser's history at a time, and nothing unknown is lost."""

import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts import address
from tests.screens.demo_office import ELIGIBILITY, calm, go, labelled

CALCULATOR = "pages/sampang/calculator/screen.py"


def _publish():
    from pages.parts.address import publish

    publish({"jumlah": "5", "tenor": "24", "lunas": ""})


def test_the_state_is_set_at_once_beside_what_stood_there():
    screen = AppTest.from_function(_publish)
    for name, value in {"sebagai": "3", "jumlah": "4", "lunas": "7"}.items():
        screen.query_params[name] = value
    calm(screen.run())
    said = {name: "".join(screen.query_params[name]) for name in screen.query_params}
    assert said == {"sebagai": "3", "jumlah": "5", "tenor": "24"}


def test_an_address_that_says_it_already_is_left_alone(monkeypatch):
    class Params(dict):
        def get_all(self, name):
            return [self[name]]

        def from_dict(self, wanted):
            set_to.append(wanted)

    set_to = []
    monkeypatch.setattr(st, "query_params", Params(sebagai="3", jumlah="5"))
    address.publish({"jumlah": "5", "lunas": ""})
    assert set_to == []
    address.publish({"jumlah": "6", "tenor": "24"})
    assert set_to == [{"sebagai": ["3"], "jumlah": ["6"], "tenor": ["24"]}]


def test_the_search_of_the_list_does_not_stand_in_the_way_of_the_calculator(office):
    screen = office.open(office.officer, ELIGIBILITY)
    calm(labelled(screen.text_input, "Cari nama atau nomor").set_value("Koperasi").run())
    screen = calm(go(screen, CALCULATOR).run())
    assert screen.title[0].value == "Kalkulator"
    assert set(screen.query_params) == {"sebagai"}  # arriving writes nothing into the address
