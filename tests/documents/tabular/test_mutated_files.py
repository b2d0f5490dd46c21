"""Whatever became of a file on its way, a reader reads it or says what is wrong, and takes little for it."""

import tracemalloc
from datetime import date
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents.blitar.candidate_book import CANDIDATE_BOOK
from documents.blitar.client_list_book import CLIENT_LIST_BOOK
from documents.blitar.visiting.filled_template import read_workbook
from documents.blitar.visiting.template import visit_template
from documents.sampang.bank_files.bank_file_lines import read_bank_file
from documents.sampang.paper_pile_book import PAPER_PILE_BOOK
from documents.sampang.takeover_book import TAKEOVER_BOOK
from documents.tabular.container import Unreadable
from documents.tabular.told_workbook import read_told
from documents.tabular.workbook_template import template_of
from tests.examples import examples

MADE_ON = date(2026, 3, 2)
MOST_MEMORY = 60 * 1024**2
BANK = "Tanggal;Keterangan;Kredit\n02/03/2026;Angsuran 2026/0001 Bu Aminah;1.250.000\n" * 20
FORMS = {
    "candidates": CANDIDATE_BOOK,
    "clients": CLIENT_LIST_BOOK,
    "paper forms": PAPER_PILE_BOOK,
    "taken-over loans": TAKEOVER_BOOK,
}
FILES = {
    **{
        name: (template_of(form, made_on=MADE_ON), lambda data, form=form: read_told(data, form))
        for name, form in FORMS.items()
    },
    "visits": (visit_template((), made_on=MADE_ON), read_workbook),
    "a bank's text": (BANK.encode(), read_bank_file),
    "a workbook for the bank's": (template_of(TAKEOVER_BOOK, made_on=MADE_ON), read_bank_file),
}
PIECES = (
    *(b"<row>", b"</row>", b"<c t='s'><v>99999</v></c>", b"&nothing;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"),
    *(b"\x00", b"\xff\xfe", b"9" * 400, b"-1", b"1e308", b"r='XFD1048576'", b"<f>1/0</f>", b"]]>", b"\r\n;"),
)


def mutated(data, chance):
    """A file with some bytes gone, doubled, or others in their place; of a workbook one of its parts."""
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return _worn(data, chance)
    source, held = ZipFile(BytesIO(data)), BytesIO()
    worn = chance.choice(source.namelist())
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name)
            if name != worn or chance.random() < 0.95:
                made.writestr(name, _worn(part, chance) if name == worn else part)
    return held.getvalue()


def _worn(data, chance):
    for _ in range(chance.choice((1, 1, 2, 5))):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 4, 40, 400)))
        middle = chance.choice(
            (b"", data[start:end] * 3, chance.randbytes(end - start), chance.choice(PIECES))
        )
        data = data[:start] + middle + data[end:]
    return data


def told_of(read, data):
    """What is said of a file that is not read; blank for one that is."""
    try:
        read(data)
    except Unreadable as unreadable:
        return unreadable.sentence
    return ""


@pytest.mark.parametrize("name", FILES)
def test_a_mutated_file_is_read_or_refused_in_words(name):
    data, read = FILES[name]
    chance, said = Random(name), set()
    for _ in range(examples(160)):
        tracemalloc.start()
        said.add(told_of(read, mutated(data, chance))[-1:])
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < MOST_MEMORY
    assert "." in said
    assert said <= set(".)”") | {""}
