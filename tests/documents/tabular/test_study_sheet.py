"""A register of elsewhere as CSV, Excel and Parquet; and the file that a study gives back."""

from io import BytesIO

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from documents.tabular import study_sheet
from documents.tabular.apart import read_apart
from documents.tabular.container import Unreadable
from documents.tabular.study_result import as_csv, as_workbook
from documents.tabular.study_sheet import read_study

HEADINGS = ("Nomor", "principal", "has_licence")
ROWS = [("A1", 5_000_000, "Ya"), ("A2", None, "Tidak")]


def _xlsx():
    book, out = openpyxl.Workbook(), BytesIO()
    book.active.append(["Daftar UMKM 2025"])
    for row in (HEADINGS, *ROWS):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def _parquet(rows=ROWS):
    return _written(pa.table(dict(zip(HEADINGS, zip(*rows, strict=True), strict=True))))


def _written(table):
    out = BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def test_excel_and_parquet_give_the_same_rows_in_a_process_of_their_own():
    for data in (_xlsx(), _parquet()):
        found = read_apart(read_study, data)
        assert (found.headings, [tuple(row) for row in found.rows]) == (HEADINGS, ROWS)


def test_separated_values_are_read_below_a_title():
    found = read_study(b"Daftar UMKM\nNomor;principal;has_licence\nA1;5.000.000;Ya\n\nA2;;Tidak\n")
    assert found.headings == HEADINGS
    assert found.rows == (("A1", "5.000.000", "Ya"), ("A2", None, "Tidak"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PAR1 broken", "rusak"),
        (b"1;2\n3;4\n", "judul kolom"),
        (b"Nomor;principal\n", "belum berisi"),
        (b"\0\1\2", "bukan CSV"),
    ],
)
def test_what_cannot_be_read_says_why(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read_study(data)


def test_too_many_rows_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(study_sheet, "MOST_ROWS", 1)
    for data in (_parquet(), _xlsx(), b"Nomor;principal\n1;2\n3;4\n"):
        with pytest.raises(Unreadable, match="lebih dari 1 baris"):
            read_study(data)


def test_a_text_that_looks_like_a_formula_runs_nowhere():
    rows = [["=1+1", "Memenuhi", 5]]
    assert as_csv(["No", "Hasil", "Rp"], rows).decode("utf-8-sig").splitlines()[1] == "'=1+1;Memenuhi;5"
    sheet = openpyxl.load_workbook(BytesIO(as_workbook(["No", "Hasil", "Rp"], rows))).active
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [("=1+1", "s"), ("Memenuhi", "s"), (5, "n")]


def test_a_heading_that_looks_like_a_formula_runs_nowhere():
    assert as_csv(["=1+1", "Hasil"], []).decode("utf-8-sig").splitlines() == ["'=1+1;Hasil"]


def test_parquet_without_a_heading_says_so():
    for table in (pa.table({}), pa.table([pa.array([1]), pa.array([2])], names=["", ""])):
        with pytest.raises(Unreadable, match="judul kolom"):
            read_study(_written(table))


def test_texts_that_parquet_holds_as_bytes_are_texts():
    assert read_study(_written(pa.table({"a": [b"Ya"], "b": ["x"]}))).rows == (("Ya", "x"),)


def test_a_locked_parquet_is_not_told_to_be_opened_in_excel():
    with pytest.raises(Unreadable, match="terkunci.*CSV"):
        read_study(b"PARE locked PARE")


def test_columns_that_are_left_out_are_told():
    wide = {f"k{place}": [1] for place in range(101)}
    as_text = ";".join(wide) + "\n" + ";".join("1" * 101) + "\n"
    for data in (_written(pa.table(wide)), as_text.encode()):
        assert any("100 kolom pertama" in note for note in read_study(data).notes)
    exact = dict(list(wide.items())[:99])
    assert not any("100 kolom" in note for note in read_study(_written(pa.table(exact))).notes)
