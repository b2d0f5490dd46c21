"""Receipts of the release that tried readings one by one replay as they were, and beside that by today."""

import json
from pathlib import Path

import pytest

from domain.blitar import law as blitar
from domain.regulation.receipts import Receipt
from domain.regulation.replaying import Seal, replay_kept
from domain.sampang import law as sampang

_KEPT = json.loads((Path(__file__).parent / "receipts_one_at_a_time.json").read_text("utf-8"))
LAWS = {
    sampang.SAMPANG_LOANS.key: (sampang, sampang.SAMPANG_LOANS),
    blitar.BLITAR_MENTORING.key: (blitar, blitar.BLITAR_MENTORING),
}


@pytest.mark.parametrize("number", range(len(_KEPT)))
def test_a_receipt_of_the_earlier_release_gives_the_same_by_its_own_rules(number: int) -> None:
    receipt = Receipt.from_json(_KEPT[number])
    programme, today = LAWS[receipt.programme]
    found = replay_kept(receipt, programme.edition, today)
    assert found.seal is Seal.INTACT
    assert found.then is not None
    assert found.then.differences == ()
    assert found.now is not None


def test_by_the_rules_of_today_what_came_since_is_told() -> None:
    receipt = Receipt.from_json(_KEPT[0])
    programme, today = LAWS[receipt.programme]
    found = replay_kept(receipt, programme.edition, today)
    assert found.now is not None
    assert "VI.2.a.5: dahulu tidak ada, sekarang belum diketahui" in found.now.differences


def test_a_receipt_kept_as_it_was_is_written_back_without_a_word_more() -> None:
    assert [Receipt.from_json(kept).to_json() for kept in _KEPT] == [
        kept | {"items": tuple(kept["items"]), "settings": (), "settlements": ()} for kept in _KEPT
    ]
