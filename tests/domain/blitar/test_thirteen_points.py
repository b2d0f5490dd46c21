"""The thirteen points of Pasal 7, each alone: met, not met, lacking a paper, not known."""

from datetime import date
from typing import Any

import pytest

from domain.blitar.examining import examine_candidate
from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
from domain.blitar.place import NOWHERE_YET, Place
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome
from tests.domain.blitar.builders import (
    KOTA_BLITAR,
    REGISTERED,
    assessed,
    calon,
    deciding,
    law,
    opinion,
    point,
)

NO = Outcome.NOT_MET
LATER, OPEN, OPINION = Outcome.STILL_POSSIBLE, Outcome.UNKNOWN, Outcome.AWAITS_JUDGEMENT
Changes = dict[str, Any]
LETTER = DomicileProof.LETTER
ITS_SKCK = "2026-08-20"  # the certificate of every candidate here, by its last day

REFUSED: list[tuple[str, str, Changes]] = [
    ("a", "not a citizen", {"citizen": False}),
    ("a", "lives in Kota Blitar", {"place": KOTA_BLITAR}),
    ("a", "lives in another regency", {"place": Place(regency_code="35.06")}),
    ("b", "private hospital", {"issuer": HealthIssuer.PRIVATE}),
    ("b", "silent on the body", {"states_body": False}),
    ("b", "silent on the mind", {"states_mind": False}),
    ("c", "ended the day before", {"valid_until": date(2026, 3, 1)}),
    (
        "c",
        "an entry that was judged badly",
        {"has_entry": True, "judgements": {"conduct_accepted": opinion(False, ITS_SKCK)}},
    ),
    ("d", "42 years", {"born_on": date(1984, 1, 1)}),
    ("e", "contract ends on the day", {"work_tie": WorkTie.FIXED_TERM, "contract_ends_on": REGISTERED}),
    ("e", "contract runs on", {"work_tie": WorkTie.FIXED_TERM, "contract_ends_on": date(2026, 12, 31)}),
    ("f", "school", {"education": Education.SCHOOL}),
    ("f", "D1 or D2", {"education": Education.DIPLOMA_1_2}),
    ("f", "D3", {"education": Education.DIPLOMA_3}),
    ("f", "not equal", {"education": Education.OTHER, "judgements": {"education_equal": opinion(False)}}),
    ("g", "does not understand", {"judgements": {"understanding": opinion(False)}}),
    ("h", "will demand", {"no_demand_for_civil_service": Statement.REFUSED}),
    ("i", "party member", {"party_tie": True}),
    ("l", "will not join", {"joins_every_stage": Statement.REFUSED}),
    ("m", "will not serve", {"serves_weekly": Statement.REFUSED}),
]
LACKING: list[tuple[str, str, Changes]] = [
    ("a", "no paper", {"proof": DomicileProof.NONE}),
    ("b", "no letter", {"issuer": HealthIssuer.NONE, "states_body": None, "states_mind": None}),
    ("c", "no certificate", {"in_file": False, "valid_until": None, "has_entry": None}),
    ("i", "no letter", {"party_letter": False}),
    ("k", "no paper", {"paper": False}),
]
UNKNOWN: list[tuple[str, str, Changes]] = [
    ("a", "citizenship", {"citizen": None}),
    ("a", "place", {"place": NOWHERE_YET}),
    ("a", "proof", {"proof": None}),
    ("a", "how long the letter holds", {"proof": LETTER}),
    ("b", "issuer", {"issuer": None}),
    ("b", "body", {"states_body": None}),
    ("c", "in file", {"in_file": None}),
    ("c", "how long it holds", {"valid_until": None}),
    ("c", "entry", {"has_entry": None}),
    ("d", "birth", {"born_on": None}),
    ("e", "tie", {"work_tie": None}),
    ("e", "end of the contract", {"work_tie": WorkTie.FIXED_TERM}),
    ("f", "education", {"education": None}),
    ("h", "statement", {"no_demand_for_civil_service": None}),
    ("i", "party", {"party_tie": None}),
    ("i", "letter", {"party_letter": None}),
    ("k", "mentored", {"mentored": None}),
    ("k", "involved", {"involved": None}),
    ("k", "paper", {"paper": None}),
    ("l", "statement", {"joins_every_stage": None}),
    ("m", "statement", {"serves_weekly": None}),
]
JUDGED: list[tuple[str, str, Changes]] = [
    ("c", "an entry", {"has_entry": True}),
    ("f", "another degree", {"education": Education.OTHER}),
    ("g", "before the exam", {"judgements": {"understanding": None}}),
]
MET: list[tuple[str, str, Changes]] = [
    ("a", "letter to the day", {"proof": LETTER, "letter_valid_until": REGISTERED}),
    ("a", "letter without an end", {"proof": LETTER, "letter_open_ended": True}),
    ("b", "hospital of the province", {"issuer": HealthIssuer.STATE_HOSPITAL}),
    ("b", "hospital of TNI or Polri", {"issuer": HealthIssuer.SERVICE_HOSPITAL}),
    ("c", "to the day", {"valid_until": REGISTERED}),
    (
        "c",
        "an entry judged well",
        {"has_entry": True, "judgements": {"conduct_accepted": opinion(True, ITS_SKCK)}},
    ),
    ("e", "ended the day before", {"work_tie": WorkTie.FIXED_TERM, "contract_ends_on": date(2026, 3, 1)}),
    ("e", "own business", {"work_tie": WorkTie.NONE}),
    ("f", "D4", {"education": Education.DIPLOMA_4}),
    ("f", "S1", {"education": Education.BACHELOR}),
    ("f", "S2", {"education": Education.MASTER}),
    ("f", "S3", {"education": Education.DOCTOR}),
    ("f", "judged equal", {"education": Education.OTHER, "judgements": {"education_equal": opinion()}}),
    ("l", "said aloud", {"joins_every_stage": Statement.SPOKEN}),
    ("m", "said aloud", {"serves_weekly": Statement.SPOKEN}),
]


def named(rows: list[tuple[str, str, Changes]]) -> Any:
    return pytest.mark.parametrize(("letter", "why", "changes"), rows, ids=[f"{r[0]}: {r[1]}" for r in rows])


def others_met(changes: Changes, letter: str) -> bool:
    found = examine_candidate(calon(**changes), law())
    return all(line.outcome is Outcome.MET for line in found.points if line.letter != letter)


def test_who_meets_all_thirteen_points_qualifies_under_every_reading() -> None:
    found = examine_candidate(calon(), law())
    assert "".join(line.letter for line in found.points) == "abcdefghijklm"
    assert {line.outcome for line in found.points} == {Outcome.MET}
    assert found.assessment.verdict is Verdict.QUALIFIES
    assert deciding(calon()) == {}


@named(REFUSED)
def test_one_point_that_is_not_met_refuses_under_every_reading(
    letter: str, why: str, changes: Changes
) -> None:
    assert point(calon(**changes), letter).outcome is NO
    assert assessed(calon(**changes)).verdict is Verdict.NOT_QUALIFIED
    assert others_met(changes, letter)


@named(LACKING)
def test_a_paper_that_lacks_can_still_be_handed_in(letter: str, why: str, changes: Changes) -> None:
    line = point(calon(**changes), letter)
    assert line.outcome is LATER
    assert line.mends
    assert line.mends[0].startswith("lampirkan")
    assert assessed(calon(**changes)).verdict_in_use is Verdict.INCOMPLETE
    assert others_met(changes, letter)


@named(UNKNOWN)
def test_what_nobody_has_told_is_never_a_no(letter: str, why: str, changes: Changes) -> None:
    assert point(calon(**changes), letter).outcome is OPEN
    assert assessed(calon(**changes)).verdict_in_use is Verdict.INCOMPLETE
    assert others_met(changes, letter)


@named(JUDGED)
def test_what_people_judge_waits_for_their_recorded_opinion(letter: str, why: str, changes: Changes) -> None:
    assert point(calon(**changes), letter).outcome is OPINION
    assert assessed(calon(**changes)).verdict is Verdict.NEEDS_JUDGEMENT
    assert others_met(changes, letter)


@named(MET)
def test_a_point_that_is_met_stays_met_at_its_edge(letter: str, why: str, changes: Changes) -> None:
    assert point(calon(**changes), letter).outcome is Outcome.MET
    assert assessed(calon(**changes)).verdict_in_use is Verdict.QUALIFIES


def test_experience_in_business_is_only_preferred() -> None:
    for told, outcome in ((False, NO), (None, OPEN)):
        assert point(calon(entrepreneurship=told), "j").outcome is outcome
        assert assessed(calon(entrepreneurship=told)).verdict is Verdict.QUALIFIES


@pytest.mark.parametrize(
    "changes",
    [
        {"mentored": False},
        {"involved": False},
        {"mentored": False, "involved": False, "paper": False},
        {"paper": False},
    ],
)
def test_who_lacks_only_k_is_never_refused(changes: Changes) -> None:
    found = assessed(calon(**changes))
    assert found.verdict is Verdict.DEPENDS_ON_READING
    assert deciding(calon(**changes))["B-18 B"] is Verdict.QUALIFIES


def test_who_lacks_k_and_another_point_is_refused_for_the_other_one() -> None:
    assert assessed(calon(mentored=False, education=Education.DIPLOMA_3)).verdict is Verdict.NOT_QUALIFIED


def test_kota_blitar_is_told_apart_by_its_code_even_where_the_district_sounds_alike() -> None:
    in_town = Place(regency_code="35.72", address="Jalan Merdeka, Blitar")
    assert point(calon(place=in_town), "a").outcome is NO


def test_an_opinion_on_another_paper_says_nothing_of_this_one() -> None:
    other = opinion(True, about="S1 Universitas Lain")
    told = calon(
        education=Education.OTHER, education_told="B.A. Leiden", judgements={"education_equal": other}
    )
    assert point(told, "f").outcome is OPINION


def test_an_opinion_on_an_entry_in_one_certificate_says_nothing_of_the_next() -> None:
    judged = {"conduct_accepted": opinion(True, ITS_SKCK)}
    assert point(calon(has_entry=True, judgements=judged), "c").outcome is Outcome.MET
    renewed = point(calon(has_entry=True, valid_until=date(2026, 12, 31), judgements=judged), "c")
    assert renewed.outcome is OPINION
    assert "Siti" not in renewed.evidence


def test_an_opinion_given_before_there_was_anything_to_judge_does_not_count_for_what_came_later() -> None:
    told = {"education": Education.OTHER, "education_told": "B.A. Leiden"}
    assert point(calon(**told, judgements={"education_equal": opinion()}), "f").outcome is OPINION


def test_a_blank_registration_is_incomplete_and_every_point_says_what_to_ask() -> None:
    blank = type(calon())(name="Contoh")
    found = examine_candidate(blank, law())
    assert found.assessment.verdict is Verdict.INCOMPLETE
    assert {line.outcome for line in found.points} == {OPEN, OPINION}
    unknown = {OPEN: "belum diketahui", OPINION: "belum dinilai"}
    assert all(line.reasons[0].startswith(unknown[line.outcome]) for line in found.points)


def test_every_line_names_its_evidence() -> None:
    found = examine_candidate(calon(contract_ends_on=None), law())
    told = {line.letter: line.evidence for line in found.points}
    assert told["a"] == "KTP beralamat di Kabupaten Blitar"
    assert told["b"] == "Surat sehat: RSUD, tertanggal 20 Februari 2026"
    assert told["c"] == "SKCK, sampai 20 Agustus 2026"
    assert told["d"] == "lahir 17 Mei 1995, mendaftar 2 Maret 2026"
    assert told["g"] == "Siti, 20 Maret 2026: hasil wawancara"
    assert told["j"] == "belum ada bukti yang dicatat"
    assert told["k"] == "sertifikat 2024"


@pytest.mark.parametrize(
    ("letter", "changes", "mend"),
    [
        ("b", {"issuer": HealthIssuer.PRIVATE}, "ganti dengan surat sehat dari rumah sakit pemerintah"),
        ("c", {"valid_until": date(2026, 1, 1)}, "perbarui SKCK"),
        ("e", {"work_tie": WorkTie.PERMANENT}, "daftar sesudah kontrak berakhir"),
    ],
)
def test_what_is_not_met_says_what_would_mend_it(letter: str, changes: Changes, mend: str) -> None:
    assert point(calon(**changes), letter).mends[0].startswith(mend)


def test_a_bad_entry_is_not_mended_by_handing_the_certificate_in_again() -> None:
    judged = calon(has_entry=True, judgements={"conduct_accepted": opinion(False, ITS_SKCK)})
    assert point(judged, "c").mends == ()


def test_the_line_tells_the_age_and_the_limit() -> None:
    line = point(calon(born_on=date(1984, 1, 1)), "d")
    assert line.reasons == ("usia saat mendaftar 42 tahun melebihi batas usia 40 tahun",)


def test_the_line_names_the_reading_that_changes_it() -> None:
    assert point(calon(born_on=date(1985, 9, 1)), "d").readings == ("B-09",)
    assert point(calon(issuer=HealthIssuer.HEALTH_CENTRE), "b").readings == ("B-12",)
