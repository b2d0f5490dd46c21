"""Where a pledged thing is, in words that the register and the file of a household share."""

from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import Custody


def state_in_words(one: Custody) -> str:
    """Where a thing is and what was done about it, in words."""
    if one.is_gone:
        return "sudah ditukar atau diserahkan kembali"
    if one.thing.kind is CollateralKind.GOODS:
        return "barang tidak disimpan bank; pernyataannya ada dalam berkas (III.9)"
    where = "sedang dipinjam peminjam" if one.is_lent_out else "belum disimpan di Bank Jatim"
    told = ["✔ disimpan di Bank Jatim" if one.is_kept else f"… {where}"]
    told.append("✔ diikat notaris" if one.is_bound else "… belum diikat notaris")
    if one.thing.kind is CollateralKind.LAND:
        told.append("✔ dicek BPN" if one.is_checked else "… belum dicek BPN")
    return " · ".join(told)
