"""Dasar hukum, Gambar: a drawn flow, the same as a table, and counts only for whoever may simulate."""

import re
from base64 import b64decode
from html import unescape

from domain.blitar.roles import BlitarRole
from domain.regulation.policy.law_flow import Counted, FlowNode, LawFlow
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from pages.office.legal_basis.flow_drawing import flow_picture
from tests.screens.demo_office import LEGAL_BASIS, calm

TAB = {"bagian": "Gambar"}
LONG = "Kata " * 60
_PICTURE = re.compile(r"svg\+xml;base64,([^\"]+)")


def opened(office, role):
    return office.open(office.by_role[role], LEGAL_BASIS, **TAB)


def drawing(screen):
    bodies = [one.proto.body for one in screen.get("html")]
    return b64decode(next(found[1] for body in bodies if (found := _PICTURE.search(body)))).decode()


def test_everybody_sees_the_flow_and_the_same_as_a_table(office):
    screen = opened(office, SampangRole.OFFICER)
    table = screen.dataframe[0].value
    shown = drawing(screen)
    for number, place in zip(table["No"], table["Tempat"], strict=True):
        assert len(re.findall(rf">{number}\. {re.escape(place)}[<:]", shown)) == 1
    assert not screen.toggle
    assert "Gugur di sini" not in table


def test_whoever_simulates_asks_for_the_counts_of_the_register(office):
    screen = opened(office, OfficeRole.LEADERSHIP)
    assert "gugur di sini" not in drawing(screen)
    screen = calm(screen.toggle[0].set_value(True).run())
    table = screen.dataframe[0].value
    told = re.search(r">[^<]*: (\d+) dinilai<", drawing(screen))
    sizes = table.dropna()[["Terpenuhi", "Belum diketahui", "Tidak"]].astype(int).sum(axis=1)
    assert set(sizes) == {int(told.group(1))}


def test_blitars_kinds_are_drawn_too(office):
    assert ">1. 7.a<" in drawing(opened(office, BlitarRole.FACILITATOR))


def test_a_long_title_is_broken_into_lines_and_signs_stay_text():
    node = FlowNode(1, "x", "I.1", f"<b>{LONG}", "syarat", ("S-01",), Counted(1, 2, 3, 3))
    shown = flow_picture(LawFlow("x", (node,), ()), "Siapa")
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", shown)
    assert max(len(unescape(line)) for line in lines) <= 60
    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown
    assert any("dapat dibaca dua cara: S-01" in line for line in lines)
    assert "gugur di sini: 3" in shown
