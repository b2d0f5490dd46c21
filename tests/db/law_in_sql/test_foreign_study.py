"""A register in another database: assessed there, as one at a time, and never written to."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    insert,
    text,
)

from db.law_in_sql.foreign_register import (
    TOO_LONG,
    UNREACHABLE,
    ForeignRegister,
    ForeignRegisterError,
    columns_of,
    reading,
)
from db.law_in_sql.foreign_study import study_in_database
from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.expressions import AmountFact, TruthFact
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import most_for
from domain.regulation.policy.study_columns import MoneyUnit, fields_of
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from tests.db.law_in_sql.registers import RandomCases
from tests.db.law_in_sql.test_same_as_one_at_a_time import ANSWERS, DAY

LAW, KIND = LawInForce(SAMPANG_LOANS, DAY), ApplicantKind.BUSINESS
FIELDS = {one.fact.key: one for one in fields_of(SAMPANG_LOANS, KIND)}
SECRET = "rahasia-sekali"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'dinas lain.sqlite3'}"
    return request.getfixturevalue("postgres_server").get_uri(driver="psycopg")


def _kept(address, columns, rows):
    engine, metadata = create_engine(address), MetaData()
    table = Table("umkm", metadata, *columns)
    with engine.begin() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
        connection.execute(insert(table), rows)
    engine.dispose()
    return ForeignRegister("Dinas lain", "umkm", address)


def _kind(fact):
    return Boolean if isinstance(fact, TruthFact) else BigInteger if isinstance(fact, AmountFact) else Text


def _found(register, places, money=MoneyUnit.RUPIAH, mark="nomor"):
    return study_in_database(register, columns_of(register), LAW, KIND, places, mark, money)


def test_every_row_is_assessed_as_one_at_a_time(address):
    made = RandomCases(LAW, KIND, seed=7)
    cases = [made.one() for _ in range(30)]
    cases = [Case(case.facts, [item.facts for item in case.items[:1]], case.values) for case in cases]
    cells = [{**dict(case.facts), **(dict(case.items[0].facts) if case.items else {})} for case in cases]
    rows = [{"nomor": f"B-{at:03}", **{key: row.get(key) for key in FIELDS}} for at, row in enumerate(cells)]
    columns = [Column("nomor", Text, primary_key=True)]
    columns += [Column(key, _kind(one.fact)) for key, one in FIELDS.items()]
    found, told = _found(_kept(address, columns, rows), FIELDS)
    one_by_one = [assess(LAW, KIND, case) for case in cases]
    amounts = [most_for(LAW.rules_for(KIND), case).amount for case in cases]
    assert list(found.rows) == [
        (f"B-{at:03}", str(one.verdict), amounts[at], *(ANSWERS[each.truth] for each in one.findings))
        for at, one in enumerate(one_by_one)
    ]
    assert {one: n for one, n in found.verdicts.items() if n} == Counter(one.verdict for one in one_by_one)
    assert (told.size, found.amounts.added, found.amounts.largest) == (30, sum(amounts), max(amounts))
    for at, one in enumerate(found.provisions):
        outcomes = Counter(each.findings[at].truth for each in one_by_one)
        assert (one.not_met, one.unknown, one.met) == (outcomes[0], outcomes[1], outcomes[2])


def test_words_are_read_as_in_a_file_and_what_is_not_one_of_them_is_not_known(address):
    columns = [Column("nomor", Integer, primary_key=True), Column("izin", Text), Column("pinjam", BigInteger)]
    words = ("Ya", " tdk ", "mungkin", "", None)
    rows = [{"nomor": at, "izin": word, "pinjam": 4} for at, word in enumerate(words)]
    places = {"izin": FIELDS["has_licence"], "pinjam": FIELDS["principal"]}
    found, told = _found(_kept(address, columns, rows), places, MoneyUnit.MILLION)
    name = FIELDS["has_licence"].name
    assert (told.blank[name], told.unread[name], told.examples[name]) == (2, 1, "mungkin")
    at = next(at for at, one in enumerate(found.provisions) if one.rule.id == "IV.2.b")
    assert [row[3 + at] for row in found.rows] == [True, None, None, None, None]


@pytest.mark.parametrize("kind", [BigInteger, Float])
def test_money_is_read_in_the_unit_that_it_is_written_in(address, kind):
    # 200 million is above every ceiling (Lampiran VIII.1.b: 100 million at most), 200 rupiah is below all.
    columns = [Column("nomor", Integer, primary_key=True), Column("pinjam", kind)]
    register = _kept(address, columns, [{"nomor": 1, "pinjam": 200}])
    outcomes = []
    for money in (MoneyUnit.RUPIAH, MoneyUnit.MILLION):
        found, _ = _found(register, {"pinjam": FIELDS["principal"]}, money)
        at = next(at for at, one in enumerate(found.provisions) if one.rule.id == "VIII.1.b")
        outcomes.append(found.rows[0][3 + at])
    assert outcomes == [None, False]


def test_a_text_is_not_taken_for_a_number_and_the_sentence_says_so(address):
    columns = [Column("nomor", Integer, primary_key=True), Column("pinjam", Text)]
    register = _kept(address, columns, [{"nomor": 1, "pinjam": "5 juta"}])
    with pytest.raises(ForeignRegisterError, match="Kolom pinjam berisi teks"):
        _found(register, {"pinjam": FIELDS["principal"]})


def test_a_mark_that_two_rows_share_is_refused(address):
    columns = [Column("nomor", Integer), Column("pinjam", BigInteger)]
    register = _kept(address, columns, [{"nomor": 1, "pinjam": 1}, {"nomor": 1, "pinjam": 2}])
    with pytest.raises(ForeignRegisterError, match="berbeda di tiap baris"):
        _found(register, {"pinjam": FIELDS["principal"]})


def test_nothing_can_be_written_through_it(address):
    register = _kept(address, [Column("nomor", Integer, primary_key=True)], [{"nomor": 1}])
    with pytest.raises(ForeignRegisterError), reading(register) as connection:
        connection.execute(text("DELETE FROM umkm"))
    assert _found(register, {})[0].size == 1


def test_a_question_that_takes_too_long_is_stopped(address, monkeypatch):
    monkeypatch.setattr("db.law_in_sql.foreign_register.MOST_SECONDS", 1)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    register = _kept(address, [Column("nomor", Integer, primary_key=True)], [{"nomor": 1}])
    with pytest.raises(ForeignRegisterError) as refused, reading(register) as connection:
        connection.execute(text(endless))
    assert refused.value.sentence == TOO_LONG


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://dinas:{SECRET}@localhost:1/tidak_ada",
        f"sqlite:////tidak/ada/{SECRET}.sqlite3",
        f"mysql://dinas:{SECRET}@localhost/x",
        f"bukan alamat {SECRET}",
    ],
)
def test_an_error_tells_nothing_of_the_address(url):
    register = ForeignRegister("Dinas lain", "umkm", url)
    with pytest.raises(ForeignRegisterError) as refused:
        columns_of(register)
    told = repr((refused.value, refused.value.__cause__, refused.value.__suppress_context__, register))
    assert refused.value.sentence == UNREACHABLE
    assert SECRET not in told


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    path = Path(tmp_path, "belum.sqlite3")
    with pytest.raises(ForeignRegisterError):
        columns_of(ForeignRegister("x", "umkm", f"sqlite:///{path}"))
    assert not path.exists()
