"""What becomes of the words in a body when what is personal goes: all of them, but for what is named here."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.regulation.receipts import Receipt, seal_of

GONE_WORDS: Final = "dihapus"
_NAMES: Final = frozenset({"name", "contact_name", "spouse_name", "owner_name", "client_name"})
_NUMBERS: Final = frozenset({"nik", "npwp", "npwp_key", "spouse_nik"})

# Choices from a list of the program: they tell nothing of who it was, and reports count by them.
_CHOICES = """
cost credit_history day_part doer education element event form goal grade ground indicator issuer
joins_every_stage judged kind letter_origin level lies marital_status method move
no_demand_for_civil_service operation other_work_tie outcome parts plate premises price_letter proof
purpose reach scale sector serves_weekly share situation source state stated_basis stated_size tasks
to trainer where work_tie status step action verdict verdict_in_use stage from_stage to_stage part
"""
CHOICES: Final = frozenset(_CHOICES.split())
# Numbers of the office's papers, places as large as a kecamatan, and what the program itself worked out.
_OFFICE = """
number client_number decree agency bank district_code district_codes regency_code home_code
minutes_number announcement_number agreement_number thing version sha256 seal by by_name surveyor
programme fingerprint application_version month
"""
OF_THE_OFFICE: Final = frozenset(_OFFICE.split())
# Parts of receipts and findings that are worked out, whole.
_PARTS = "facts items settings settlements readings outcomes others points votes provisions conditions"
_WHOLE: Final = frozenset(_PARTS.split())
# Fields that are a choice in one body and words in another: kept where the value is one of the choices.
_EITHER: Final[Mapping[str, frozenset[str]]] = {
    "place": frozenset({"office", "field"}),
    "result": frozenset({"done", "partly", "not_done", "not_due"}),
}
_A_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d([T ][0-9:.+]+)?|\d\d[.:]\d\d")


def scrubbed(value: Any, gone: str, *, key: str = "") -> Any:
    """A body without what is personal in it; `gone` stands for names, `key` is the field that holds it."""
    if isinstance(value, Mapping):
        told = {
            one: entry if _is_whole(one) else scrubbed(entry, gone, key=_leaf(one) or key)
            for one, entry in value.items()
        }
        return _resealed(value, told)
    if isinstance(value, list):
        return [scrubbed(entry, gone, key=key) for entry in value]
    return _word(value, key, gone) if isinstance(value, str) and value else value


def scrubbed_where(value: Any, is_about: Callable[[Mapping[str, Any]], bool], gone: str) -> Any:
    """A body that tells of several: only the parts about whom it concerns are scrubbed."""
    if isinstance(value, Mapping):
        if is_about(value):
            return scrubbed(value, gone)
        return {key: scrubbed_where(entry, is_about, gone) for key, entry in value.items()}
    return [scrubbed_where(one, is_about, gone) for one in value] if isinstance(value, list) else value


def without_mentions(value: Any, numbers: frozenset[str]) -> Any:
    """A body in which every sentence that tells of one of some numbers is gone; the bare number stays."""
    if isinstance(value, Mapping):
        return {key: without_mentions(entry, numbers) for key, entry in value.items()}
    if isinstance(value, list):
        return [without_mentions(entry, numbers) for entry in value]
    is_told = isinstance(value, str) and value not in numbers and any(one in value for one in numbers)
    return GONE_WORDS if is_told else value


def _leaf(path: str) -> str:
    """The last field of a path of the trail: "collateral.0.description" tells of a description."""
    return next((one for one in reversed(path.split(".")) if not one.isdigit()), "")


def _is_whole(path: str) -> bool:
    """Whether a field, or one on the way to it, is worked out."""
    return not _WHOLE.isdisjoint(path.split("."))


def _word(value: str, key: str, gone: str) -> Any:
    if key in _NUMBERS:
        return None
    if key == "phone":
        return ""
    if key == "born_on":
        return f"{value[:4]}-01-01"
    is_kept = key in CHOICES or key in OF_THE_OFFICE or value in _EITHER.get(key, ())
    return value if is_kept or _A_DAY.fullmatch(value) else _gone(key, gone)


def _gone(key: str, gone: str) -> Any:
    if key == "village_code":
        return None
    return gone if key in _NAMES else GONE_WORDS


def _resealed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """A receipt whose seal fitted gets one that fits what is left: the chain tells that it was erased."""
    told = dict(after)
    if before == after or not before.get("seal") or "facts" not in before:
        return told
    if seal_of(Receipt.from_json(before)) == before["seal"]:
        told["seal"] = seal_of(Receipt.from_json(told))
    return told
