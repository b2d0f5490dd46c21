"""What is asked at the desk: the narrow column of the calculator."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.dates import indonesian_date
from domain.money import number, parse_rupiah, rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.wording import parameter_value
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.kinds import BorrowerKind, InterestMethod
from domain.sampang.loan import before_the_law, method_in_force, schedule_of, tenors, terms_by_law
from domain.sampang.parameters import COLLATERAL_RATIO
from domain.sampang.quote import Wish
from domain.typed_days import typed_day
from pages.parts.address import choice_of, told, word_of
from pages.parts.day_field import day_field, say_day
from pages.parts.text import number_in_address, plain
from pages.sampang.calculator.remembering import arrives, recall, tell
from pages.sampang.law import LawByDay

Choice = TypeVar("Choice", bound=StrEnum)
_AMOUNT, _TENOR = 20_000_000, 24
# No loan comes before the regulation (Pasal II); a schedule has to end before the calendar does.
_EARLIEST, _LATEST = PERBUP_20_2015.in_force_since, date(2099, 12, 31)
_OLDEST = date(1900, 1, 1)
# No widget's keys, so that they outlive a run that does not draw the screen.
_CHOSEN, _REFUSED = "kalkulator-tenor", "kalkulator-tenor-ditolak"


def ask_wish(law_of: LawByDay, day: date, tenor_at: DeltaGenerator) -> Wish | Problem:
    """Ask amount, borrower, collateral, tenor, method and day; the answers stand in the address.

    The tenors stand at `tenor_at`, each with its instalment. What is wrong with one answer stands beside
    it; the problem that is given back sums up.
    """
    recall()
    problems: list[Problem] = []
    # The day decides which law gives the tenors and the method, so it is read before they are asked.
    above, below = st.container(), st.container()
    with below:
        disbursed = _day("Tanggal pencairan", "cair", day, problems)
    rules = law_of(disbursed)
    with above:
        amount = _rupiah(
            "Jumlah pinjaman", "jumlah", number(_AMOUNT), problems, "Plafon tiap jenis peminjam: VIII.1.b."
        )
        borrower = _borrower()
        land, vehicles, goods = _collateral(rules, problems)
        method = _method(rules)
    with tenor_at:
        tenor = _tenor(tenors(rules), _instalments(amount, disbursed, rules, method))
    _tell(Wish(amount or 0, tenor, borrower, disbursed, method, land, vehicles, goods))
    if problems:
        return Problem("", "Perbaiki dahulu isian yang bertanda ⚠.")
    if amount is None:
        return Problem("jumlah", "Isi jumlah pinjaman, misalnya 20 juta.")
    return Wish(amount, tenor, borrower, disbursed, method, land, vehicles, goods)


def _borrower() -> BorrowerKind:
    return _choice(
        "Jenis peminjam",
        "jenis",
        BorrowerKind,
        BorrowerKind.SMALL_OR_MEDIUM,
        "Menentukan plafon dan pinjaman paling sedikit (VIII.1.b).",
    )


def _collateral(rules: LawInForce, problems: list[Problem]) -> tuple[int, int, int]:
    ratio = parameter_value(COLLATERAL_RATIO, rules.values[COLLATERAL_RATIO.key])
    asked = (
        (
            "Nilai tanah (sertifikat)",
            "tanah",
            f"Agunan paling sedikit {ratio} dari pinjaman (IV.1.i, IV.2.g, IV.3.f, IV.4.f).",
        ),
        (
            "Nilai kendaraan (BPKB)",
            "kendaraan",
            "Bersama sertifikat atau sendiri: batasnya berbeda (VIII.1.b, tafsir S-06).",
        ),
        ("Nilai barang tambahan", "barang", "Hanya sebagai tambahan agunan (III.9, tafsir S-13)."),
    )
    land, vehicles, goods = (_rupiah(label, name, "", problems, basis) or 0 for label, name, basis in asked)
    return land, vehicles, goods


def _method(rules: LawInForce) -> InterestMethod:
    return _choice(
        "Cara hitung jasa",
        "cara",
        InterestMethod,
        method_in_force(rules),
        "Perbup tidak menyebut cara hitung; kantor yang menetapkan (tafsir S-42).",
    )


def _tell(wish: Wish) -> None:
    """Put every answer into the address, also while one of them cannot be read."""
    tell(
        {
            "jumlah": str(wish.principal or ""),
            "jenis": word_of(wish.borrower),
            "tanah": str(wish.land or ""),
            "kendaraan": str(wish.vehicles or ""),
            "barang": str(wish.goods or ""),
            "tenor": str(wish.tenor),
            "cara": word_of(wish.method) if wish.method else "",
            "cair": wish.disbursed_on.isoformat(),
        }
    )


def _rupiah(label: str, name: str, otherwise: str, problems: list[Problem], basis: str) -> int | None:
    key = f"kalkulator-{name}"
    if key not in st.session_state:
        in_address = told(name, "")
        st.session_state[key] = number(int(in_address)) if _is_amount(in_address) else otherwise
    typed = st.text_input(label, key=key, placeholder="mis. 20 juta", help=basis)
    place, read = st.empty(), parse_rupiah(typed or "", name)
    if isinstance(read, Problem):
        problems.append(read)
        place.markdown(f":red[⚠ {plain(read.sentence)}]")
        return None
    if read is not None and number(read) != typed:
        place.caption(f"= {rupiah(read)}")
    return read


def _is_amount(text: str) -> bool:
    return text.isdecimal() and len(text) <= 15


def _choice(label: str, name: str, choices: type[Choice], otherwise: Choice, basis: str) -> Choice:
    key = f"kalkulator-{name}"
    if key not in st.session_state:
        st.session_state[key] = choice_of(choices, told(name, "")) or otherwise
    chosen = st.selectbox(
        label, list(choices), format_func=lambda one: getattr(one, "label", one), key=key, help=basis
    )
    return choices(chosen or otherwise)


def _instalments(amount: int | None, day: date, rules: LawInForce, method: InterestMethod) -> dict[int, str]:
    """What each tenor costs a month after its grace; nothing while there is no amount to reckon with."""
    terms = [terms_by_law(amount or 0, tenor, day, rules, method) for tenor in tenors(rules)]
    plans = [schedule_of(one) for one in terms if not isinstance(one, Problem)]
    return {plan.terms.tenor: rupiah(plan.first_instalment.total) for plan in plans}


def _tenor(offered: tuple[int, ...], instalments: dict[int, str]) -> int:
    if arrives() or _CHOSEN not in st.session_state:
        in_address = number_in_address(told("tenor", ""))
        st.session_state[_CHOSEN] = in_address if in_address in offered else _TENOR
        # Told until another tenor is chosen.
        st.session_state[_REFUSED] = None if in_address in offered else in_address
    tenor = int(st.session_state[_CHOSEN])
    st.caption("Jangka waktu dan angsuran sesudahnya (III.6)")
    with st.container(key="kalkulator-jangka"):
        for one in offered:
            st.button(
                f"{'✓ ' if one == tenor else ''}**{one} bulan**\n{instalments.get(one, '')}",
                key=f"kalkulator-tenor-{one}",
                type="primary" if one == tenor else "secondary",
                width="stretch",
                on_click=choose_tenor,
                args=(one,),
            )
    if refused := st.session_state.get(_REFUSED):
        named = ", ".join(map(str, offered))
        st.warning(
            f"Jangka waktu yang diminta, {refused} bulan, tidak disebut Perbup: hanya {named} bulan "
            f"(III.6, VIII.2.d). Yang dihitung di sini {tenor} bulan."
        )
    return tenor


def choose_tenor(tenor: int) -> None:
    """Take a tenor that is offered."""
    st.session_state[_CHOSEN], st.session_state[_REFUSED] = tenor, None


def take_amount(principal: int, tenor: int) -> None:
    """Put an amount and a tenor into the questions, as if somebody had answered so."""
    st.session_state["kalkulator-jumlah"] = number(principal)
    choose_tenor(tenor)


def _day(label: str, name: str, otherwise: date, problems: list[Problem]) -> date:
    key = f"kalkulator-{name}"
    if key not in st.session_state:
        st.session_state[key] = typed_day(_as_day(told(name, ""), otherwise))
    read = day_field(
        label,
        key,
        help="Jatuh tempo tiap bulan pada tanggal yang sama; masa tenggang sejak pencairan (VIII.5.c).",
    )
    place, told_day = st.empty(), _within(read)
    if isinstance(told_day, date):
        say_day(place, st.session_state[key], told_day)
        return told_day
    problems.append(told_day)
    place.caption(f":red[⚠ {plain(told_day.sentence)}]")
    return otherwise


def _within(read: date | Problem | None) -> date | Problem:
    if isinstance(read, Problem):
        return read
    if read is None:
        return Problem("cair", "Tanggal pencairan belum diisi.")
    if too_early := before_the_law(read):
        return Problem("cair", too_early.sentence)
    if read <= _LATEST:
        return read
    bounds = f"{indonesian_date(_EARLIEST)} dan {indonesian_date(_LATEST)}"
    return Problem("cair", f"Pilih tanggal antara {bounds}.")


def _as_day(text: str, otherwise: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return otherwise
    # A day before the regulation is shown with what is wrong with it; what no calendar of ours has is not.
    return day if _OLDEST <= day <= _LATEST else otherwise


def link_to(wish: Wish) -> dict[str, str]:
    """A wish as the address of the calculator tells it."""
    state = {
        "jumlah": str(wish.principal),
        "jenis": word_of(wish.borrower),
        "tanah": str(wish.land or ""),
        "kendaraan": str(wish.vehicles or ""),
        "barang": str(wish.goods or ""),
        "tenor": str(wish.tenor),
    }
    return {name: value for name, value in state.items() if value}
