"""Bars on paper: each with its name and figure, as long as what it tells."""

from datetime import date

import pytest

from documents.bars import Bar, lying_bars, standing_bars
from documents.sheet import PageFrame, Sheet
from tests.documents.printed import pages_of

FRAME = PageFrame(
    office="Kantor", title="Uji", number="1", foot=("a", "b"), printed_on=date(2026, 11, 30), demo=True
)
BARS = (Bar("Januari", 10, "10"), Bar("Februari", 40, "40"), Bar("Maret", 0, "0"))


class Noted(Sheet):
    """A sheet that notes the bars that it draws."""

    def rect(self, x, y, w, h, *more, style=None, **rest):
        if style == "F":
            self.noted.append((round(w, 2), round(h, 2)))
        super().rect(x, y, w, h, *more, style=style, **rest)


@pytest.fixture
def sheet():
    sheet = Noted(FRAME)
    sheet.noted = []
    return sheet


@pytest.mark.parametrize("draw", [lying_bars, standing_bars])
def test_every_bar_has_its_name_and_its_figure(sheet, draw):
    draw(sheet, "Kunjungan", BARS)
    told = " ".join(pages_of(bytes(sheet.output())))
    for one in BARS:
        assert one.label in told
        assert one.told in told


def test_a_lying_bar_is_as_long_as_what_it_tells(sheet):
    lying_bars(sheet, "Kunjungan", BARS)
    (short, _), (long, _), (none, _) = sheet.noted
    assert short * 4 == pytest.approx(long, abs=0.05)
    assert none == 0


def test_a_standing_bar_is_as_high_as_what_it_tells(sheet):
    standing_bars(sheet, "Kunjungan", BARS)
    (_, short), (_, high), (_, none) = sheet.noted
    assert short * 4 == pytest.approx(high, abs=0.05)
    assert none == 0


def test_without_bars_nothing_is_drawn(sheet):
    before = sheet.get_y()
    lying_bars(sheet, "Kunjungan", ())
    assert sheet.get_y() == before
