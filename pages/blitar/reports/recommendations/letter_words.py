"""Words that the parts of the recommendations share."""

from db.blitar.reporting.bundle_rows import LetterStanding
from domain.blitar.reporting.recommendations import BundleState, Recommended
from domain.dates import indonesian_date
from domain.regions.regions import district
from pages.parts.text import plain_label, shortened

_SIGNS = {
    BundleState.DRAFT: "✎",
    BundleState.RETURNED: "↩",
    BundleState.SET: "✔",
    BundleState.SENT: "✉",
    BundleState.ANSWERED: "✔✔",
}


def heading_of(item: Recommended) -> str:
    """The binaan, its kecamatan and the day of the visit, fit for a label."""
    found = district(item.district_code) if item.district_code else None
    where = f"Kec. {found.name}" if found else "kecamatan belum diisi"
    return f"{plain_label(shortened(item.client_name, 60))} · {where} · {indonesian_date(item.visited_on)}"


def state_in_words(one: LetterStanding) -> str:
    """Where a letter stands, with its sign and what it waits for."""
    waits = f", {one.state.waits_for}" if one.state.waits_for else ""
    return f"{_SIGNS[one.state]} {one.state.label}{waits}"


def way_of(one: LetterStanding) -> str:
    """The way of a letter so far: number and days, as far as they are known."""
    told = []
    if one.letter is not None:
        told.append(
            f"nomor {one.letter.number}, ditetapkan {indonesian_date(one.letter.on)} oleh {one.set_by}"
        )
    if one.sent_on is not None:
        told.append(f"dikirim {indonesian_date(one.sent_on)}")
    if one.answered_on is not None:
        told.append(f"dijawab {indonesian_date(one.answered_on)}")
    return " · ".join(told)
