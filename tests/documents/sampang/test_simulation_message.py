"""A simulation in a message: the instalments of each stretch, and that nothing is promised."""

from urllib.parse import unquote

import pytest

from documents.sampang.simulation_message import simulation_message
from domain.sampang.kinds import InterestMethod
from pages.parts.whatsapp import whatsapp_address
from tests.documents.sampang.loans import simulated


@pytest.mark.parametrize(
    ("method", "told"),
    [
        # 30 juta over 24 months: 4 of grace, then a twentieth each, and 0,5 % a month.
        (InterestMethod.FLAT, "Bulan 5 sampai 24: Rp1.650.000 sebulan."),
        (
            InterestMethod.DECLINING,
            "Bulan 5 sampai 24: Rp1.650.000 sebulan, lalu menurun, terakhir Rp1.507.500.",
        ),
    ],
)
def test_the_message_tells_each_stretch_of_instalments(method, told):
    words = simulation_message(simulated(30_000_000, 24, method), "https://contoh/kalkulator")
    assert f"Bulan 1 sampai 4: Rp150.000 (jasa saja).\n{told}\n" in words


def test_the_message_promises_nothing_and_ends_with_the_address():
    words = simulation_message(simulated(30_000_000, 24), "https://contoh/kalkulator")
    assert "bukan persetujuan" in words
    assert words.endswith("\nhttps://contoh/kalkulator")


def test_the_address_of_whatsapp_carries_every_character():
    words = "Rp20.000.000 & 24 bulan\n100 % = ya?"
    scheme, _, text = whatsapp_address(words).partition("=")
    assert scheme == "https://wa.me/?text"
    assert unquote(text) == words
    assert not set(text) & set(" &\n#+")
