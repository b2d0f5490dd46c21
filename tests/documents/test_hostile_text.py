"""Text from users is printed as text, whatever they typed, and never breaks the sheet."""

from dataclasses import replace

import pytest

from documents.printable import not_printable, one_line, printable
from documents.sheet import CODES_EXPLAINED
from tests.documents.printed import pages_of, printed
from tests.documents.sampang.applications import LAND, business, examined


def named(name):
    application = business()
    return examined(replace(application, applicant=replace(application.applicant, name=name)))


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "**tebal** __miring__", "=1+1", "{nb}", "Toko [a](b) & Co.", "Nuñez Žižek"],
)
def test_what_looks_like_markup_is_printed_as_typed(name):
    assert f"Pemohon {name} " in pages_of(printed(named(name)))[0]


def test_what_no_font_has_stands_there_by_its_code():
    assert "Pemohon Warung [U+4E2D U+6587] Jaya " in pages_of(printed(named("Warung 中文 Jaya")))[0]


def test_the_foot_explains_a_code_that_stands_on_its_page():
    assert CODES_EXPLAINED in pages_of(printed(named("Warung 中文")))[0]


def test_where_every_letter_is_drawn_nothing_is_explained():
    assert CODES_EXPLAINED not in "".join(pages_of(printed(named("Warung Ñuñez"))))


# The shapes that the letters of نور take beside each other (noon at the beginning, waw at the end, reh
# alone), from the last to the first, as they stand on the page from left to right.
NUR, ITS_SHAPES = "نور", "\ufead\ufeee\ufee7"


def test_arabic_letters_join_and_run_from_right_to_left():
    assert printable(f"Koperasi {NUR} Huda") == f"Koperasi {ITS_SHAPES} Huda"


@pytest.mark.parametrize("text", ["نور الهدى 12", "Toko 😀", "中文", "السلام"])
def test_what_is_made_fit_for_paper_twice_is_as_made_once(text):
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize("name", ["نور", "Toko 😀"])
def test_what_another_font_has_is_printed_by_it(name):
    told = pages_of(printed(named(name)))[0]
    assert "[U+" not in told
    assert "\ufffd" not in told


@pytest.mark.parametrize(
    ("text", "lacking"),
    [("Warung Ñ “Maju” — 100 % ≥ ½", ""), ("Toko 中文中", "中文"), ("نور 😀", ""), ("ꦲꦏ꧀ꦱꦫ", "ꦲꦏ꧀ꦱꦫ")],
)
def test_what_no_paper_can_show_is_known_beforehand(text, lacking):
    assert set(not_printable(text)) == set(lacking)


def test_a_name_without_end_is_cut_with_an_ellipsis():
    first_page = pages_of(printed(named("Toko Maju " * 1_000)))[0]
    assert "Maju Toko…" in first_page or "Maju…" in first_page
    assert first_page.count("Toko Maju") <= 12


def test_a_word_without_end_stays_inside_the_table():
    described = replace(LAND, description="X" * 10_000, owner_name="Y" * 10_000)
    pdf = printed(examined(replace(business(), collateral=(described,) * 40)))
    text = "".join(pages_of(pdf)).replace(" ", "")
    assert "X" * 99 + "…" in text
    assert f"halaman 1 dari {len(pages_of(pdf))}" in pages_of(pdf)[0]


def test_a_figure_is_never_broken_over_two_lines():
    dear = replace(LAND, value=1_000_000_000_000)
    pages = pages_of(printed(examined(replace(business(), collateral=(dear,)))))
    assert "Rp1.000.000.000.000 dihitung" in " ".join(pages)


def test_a_long_number_of_the_application_leaves_the_demo_mark_readable():
    for page in pages_of(printed(examined(business()), number="N" * 200)):
        header = page[: page.index("DATA CONTOH")]
        assert header.endswith("N… ")
        assert header.count("N") < 40


@pytest.mark.parametrize("field", ["number", "by"])
def test_hostile_words_around_the_sheet_do_no_harm(field):
    pages = pages_of(printed(examined(business()), **{field: "\x00\u202e<b>\ud83d\n{nb}" * 500}))
    assert "<b>" in pages[0]


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("tab\tdan\u00a0spasi", "tab dan spasi"),
        ("arah\u202ebalik", "arahbalik"),
        ("mati\x00", "mati[U+0000]"),
        ("e\u0301", "é"),
        ("baris\nbaru", "baris\nbaru"),
    ],
)
def test_characters_without_a_shape_are_dropped_or_become_a_space(typed, drawn):
    assert printable(typed) == drawn


@pytest.mark.parametrize(("length", "kept"), [(9, 9), (10, 10), (11, 10)])
def test_a_line_is_cut_only_beyond_its_length(length, kept):
    cut = one_line("a" * length, 10)
    assert len(cut) == kept
    assert cut.endswith("…") is (length > 10)
