"""The trade of a binaan as another register names it, told in the office's own classes, or not at all."""

from collections.abc import Mapping
from typing import Final

from domain.blitar.kinds import Sector
from domain.same_letters import same_form

_WORDS: Final[Mapping[str, Sector]] = {same_form(one.label): one for one in Sector} | {
    "kuliner": Sector.FOOD, "makanan": Sector.FOOD, "minuman": Sector.FOOD, "makanan minuman": Sector.FOOD,
    "mamin": Sector.FOOD, "kriya": Sector.CRAFT, "batik": Sector.CLOTHING, "fashion": Sector.CLOTHING,
    "fesyen": Sector.CLOTHING, "konveksi": Sector.CLOTHING, "pertanian": Sector.FARMING,
    "perkebunan": Sector.FARMING, "dagang": Sector.TRADE, "toko": Sector.TRADE,
}  # fmt: skip
_KBLI_LENGTH: Final = 5
# Groups of KBLI 2020 that say one class and no other; of all others the trade stays unknown.
_KBLI: Final[Mapping[str, Sector]] = {
    "011": Sector.FARMING, "012": Sector.FARMING, "013": Sector.FARMING, "014": Sector.LIVESTOCK,
    "03": Sector.FISHERY, **dict.fromkeys([f"10{one}" for one in range(1, 8)], Sector.FOOD),
    "11": Sector.FOOD, "56": Sector.FOOD, "13": Sector.CLOTHING, "14": Sector.CLOTHING,
    "46": Sector.TRADE, "47": Sector.TRADE,
}  # fmt: skip


def trade_of(words: str, kbli: str) -> Sector | None:
    """The class by the words, else by the KBLI; None where neither says one."""
    if found := _WORDS.get(same_form(words)):
        return found
    # One that is shorter may have lost a zero in front, and would then mean another group.
    is_whole = kbli.isdecimal() and len(kbli) == _KBLI_LENGTH
    return (_KBLI.get(kbli[:3]) or _KBLI.get(kbli[:2])) if is_whole else None
