"""A regulation is cut into its clauses by its own numbering, or by marks that the office sets by hand."""

import pytest

from domain.regulation.clause_walk import cut, where

# Both texts are made up; they are numbered as an annex with chapters is, and as articles are.
ANNEX = """
PERATURAN GUDANG
TENTANG
**SEPEDA PINJAMAN**
DENGAN RAHMAT
Menimbang : a. bahwa sepeda banyak;
- b. bahwa peminjam ramai;
- Mengingat
1. Aturan Lama Nomor 5;
2. Aturan Baru
   Nomor 7;
MEMUTUSKAN :
Menetapkan : PERATURAN INI.
Pasal I
Lampiran diubah.
Pasal II
Berlaku hari ini.
Ditetapkan di Gudang
LAMPIRAN PERATURAN
1. Romawi III angka 2 diubah sebagai berikut :
III. RUANG GUDANG
1. Penjaga membuka pintu.
2. Sepeda dipinjam
selama 3 (tiga) hari.
2. Pada Romawi V angka 1 diubah:
V. TIM
1. Unsur :
 1. Kepala
 2. Penjaga
2. a. Tim memilih :
 1) sepeda baik;
 2) sepeda kuat.
 b. Tim mencatat.
h. bukan huruf yang ada.
"""
OF_ANNEX = (
    *("Judul", "Menimbang a", "Menimbang b", "Mengingat 1", "Mengingat 2", "Pasal I", "Pasal II"),
    *("III", "III.1", "III.2", "V", "V.1", "V.1.1", "V.1.2", "V.2.a", "V.2.a.1", "V.2.a.2", "V.2.b"),
)
ARTICLES = """
BAB I
KETENTUAN
Pasal 1
Yang dimaksud dengan:
1. Sepeda adalah roda dua.
2. Gudang adalah rumah.
## BAB II
JUDUL BAB
#### Pasal 2
- (1) Peminjam mempunyai:
  - a. kartu; dan
  - b. helm menurut
Pasal 41
aturan lain.
- (2) Kartu berlaku setahun.
"""
OF_ARTICLES = ("1", "1.1", "1.2", "2(1)", "2(1).a", "2(1).b", "2(2)")


def of_annex(text=ANNEX):
    return cut(text.splitlines(), OF_ANNEX)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Judul", "SEPEDA PINJAMAN"),
        ("Menimbang a", "bahwa sepeda banyak;"),
        ("Menimbang b", "bahwa peminjam ramai;"),
        ("Mengingat 2", "Aturan Baru Nomor 7;"),
        ("Pasal II", "Berlaku hari ini."),
        ("III", "RUANG GUDANG"),
        ("III.2", "Sepeda dipinjam selama 3 (tiga) hari."),
        ("V.1", "Unsur :"),
        ("V.1.2", "Penjaga"),
        ("V.2.a", "Tim memilih :"),
        ("V.2.a.2", "sepeda kuat."),
        ("V.2.b", "Tim mencatat. h. bukan huruf yang ada."),
    ],
)
def test_an_annex_is_cut_at_its_chapters_numbers_and_letters(place, words):
    assert of_annex().clauses[place] == words


def test_every_clause_of_the_annex_is_found_in_the_order_of_the_regulation():
    assert tuple(of_annex().clauses) == OF_ANNEX


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("1", "Yang dimaksud dengan:"),
        ("1.2", "Gudang adalah rumah."),
        ("2(1)", "Peminjam mempunyai:"),
        ("2(1).b", "helm menurut Pasal 41 aturan lain."),  # no such article: it is a word of the clause
        ("2(2)", "Kartu berlaku setahun."),
    ],
)
def test_articles_are_cut_at_ayat_angka_and_huruf(place, words):
    assert cut(ARTICLES.splitlines(), OF_ARTICLES).clauses[place] == words


def test_what_stands_between_chapters_belongs_to_no_clause():
    assert "JUDUL BAB" not in " ".join(cut(ARTICLES.splitlines(), OF_ARTICLES).clauses.values())


def test_a_mark_by_hand_begins_its_clause_whatever_the_numbering_says():
    marked = of_annex("[V.2.b] Tim mencatat\ndalam buku.\n[III.1] 1. Penjaga membuka pintu.")
    assert marked.clauses == {"III.1": "Penjaga membuka pintu.", "V.2.b": "Tim mencatat dalam buku."}


def test_the_numbering_goes_on_below_a_mark_by_hand():
    assert of_annex("[V.2.a] Tim memilih\n1) sepeda baik").clauses == {
        "V.2.a": "Tim memilih",
        "V.2.a.1": "sepeda baik",
    }


def test_a_mark_that_names_no_clause_is_told_and_its_words_are_no_part_of_another():
    marked = of_annex("[III.1] Penjaga.\n[III.99] Entah.\nlanjutannya")
    assert (marked.clauses, marked.unknown_marks) == ({"III.1": "Penjaga."}, ("III.99",))


@pytest.mark.parametrize("place", [*OF_ANNEX, *OF_ARTICLES, "IV.2.g.1", "5(3).i", "Mengingat 17"])
def test_a_place_taken_apart_reads_the_same_put_together(place):
    assert where(place).short == place


@pytest.mark.parametrize("place", ["", "IV..2", "((", "Pasal III"])
def test_what_is_no_place_is_refused(place):
    with pytest.raises(ValueError, match="not a place"):
        where(place)
