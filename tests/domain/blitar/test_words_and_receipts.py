"""Verdicts and people in the words of this programme, and the receipt that keeps an assessment."""

import json
from datetime import date

import pytest

from domain.blitar.candidate import Candidate
from domain.blitar.client import Client
from domain.blitar.kinds import CooperativeScale, Education, HealthIssuer, SubjectKind
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.words import asked_of, meaning_of, verdict_in_sentence, verdict_label
from domain.regulation.assessment import Verdict
from domain.regulation.fact import Teller
from domain.regulation.receipt_changes import changes
from domain.regulation.receipts import Receipt
from domain.regulation.replaying import replay
from tests.domain.blitar.builders import assessed, calon, examined, fasilitator, koperasi, mikro

BEFORE_EXAM = calon(judgements={"understanding": None})
SUBJECTS = [
    calon(),
    BEFORE_EXAM,
    calon(born_on=date(1985, 9, 1)),
    calon(mentored=None),
    calon(education=Education.DIPLOMA_3),
    koperasi(scale=CooperativeScale.PROVINCE),
    mikro(founded_on=None),
]


@pytest.mark.parametrize("kind", SubjectKind)
def test_nobody_in_blitar_is_sent_to_the_pokjanis(kind: SubjectKind) -> None:
    told = [verdict_label(kind, verdict) for verdict in Verdict]
    told += [verdict_in_sentence(kind, verdict) for verdict in Verdict]
    told += [asked_of(kind, teller) for teller in Teller]
    assert not any("Pokjanis" in words or words == "pemohon" for words in told)


def test_a_candidate_is_judged_by_the_selection_team_and_others_by_the_head_of_the_office() -> None:
    assert verdict_label(SubjectKind.CANDIDATE, Verdict.NEEDS_JUDGEMENT) == "Perlu penilaian Tim Seleksi"
    assert verdict_label(SubjectKind.CLIENT_MICRO, Verdict.NEEDS_JUDGEMENT) == "Perlu keputusan Kepala Dinas"
    assert asked_of(SubjectKind.CANDIDATE, Teller.APPLICANT) == "calon pendamping"
    assert asked_of(SubjectKind.MENTOR, Teller.OFFICE) == "petugas Dinas"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (calon(), "Semua ketentuan yang menentukan terpenuhi"),
        (BEFORE_EXAM, "pendapat Tim Seleksi"),
        (fasilitator(civil_servant=True), "pendapat Kepala Dinas"),
        (calon(citizen=None), "Ini bukan penolakan"),
        (calon(mentored=False, involved=False), "berbeda bila B-18 dibaca lain. Jadi ini bukan penolakan"),
        (calon(education=Education.SCHOOL), "tidak terpenuhi"),
    ],
)
def test_the_meaning_of_a_verdict_is_told_in_words_of_this_programme(subject: Candidate, words: str) -> None:
    told = meaning_of(assessed(subject))
    assert words in told
    assert "Pokjanis" not in told


def test_a_verdict_that_waits_for_the_exam_too_names_the_selection_team_within_the_sentence() -> None:
    both = calon(born_on=date(1985, 9, 1), judgements={"understanding": None})
    assert meaning_of(assessed(both)).startswith("Perlu penilaian Tim Seleksi menurut bacaan kantor")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_receipt_keeps_as_json_and_gives_the_same_again(subject: Candidate | Client) -> None:
    receipt = examined(subject).receipt("1.0")
    kept = Receipt.from_json(json.loads(json.dumps(receipt.to_json())))
    assert kept == receipt
    assert replay(kept, BLITAR_MENTORING).same
    assert kept.evidence["*"]


def test_a_receipt_says_who_judged_and_names_nobody_else() -> None:
    receipt = examined(calon(name="Nama Rahasia", nik="3505011705950000")).receipt("1.0")
    assert receipt.evidence["understanding"] == "Siti, 20 Maret 2026: hasil wawancara"
    told = json.dumps(receipt.to_json())
    assert "Rahasia" not in told
    assert "3505011705950000" not in told


def test_what_changed_between_two_examinations_is_told_in_words() -> None:
    before, after = (examined(one).receipt("1") for one in (calon(issuer=HealthIssuer.PRIVATE), calon()))
    told = changes(BLITAR_MENTORING, before, after)
    assert "penerbit surat sehat: Rumah sakit, klinik, atau dokter swasta → RSUD" in told
    assert any(line.endswith("(7.b): tidak terpenuhi → terpenuhi") for line in told)
