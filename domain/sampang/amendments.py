"""Which printed provisions Pasal I names as changed; the rest of the annex is only printed again (S-58)."""

from collections.abc import Mapping

# By chapter, as the seven headings of Pasal I name them. IV.3.f.1 and the like do not exist and mean
# IV.3.f; V.1.a is printed as V.1 with its five elements. The heading of VI says angka 3 and 4, but the
# new items are 4 and 5.
NAMED_AS_CHANGED: Mapping[str, tuple[str, ...]] = {
    "III": ("III.10",),
    "IV": (
        *("IV.1.i.1", "IV.1.i.2", "IV.1.k"),
        *("IV.2.b", "IV.2.g.1", "IV.2.g.2", "IV.2.h"),
        *("IV.3.f.1", "IV.3.f.2", "IV.3.g"),
        *("IV.4.f.1", "IV.4.f.2", "IV.4.g"),
    ),
    "V": ("V.1",),
    "VI": ("VI.2.a.4", "VI.2.a.5"),
    "VII": ("VII.10",),
    "VIII": ("VIII.1.b", "VIII.5.d", "VIII.5.i"),
    "IX": ("IX.1", "IX.2"),
}


def is_reprinted(short: str) -> bool:
    """Whether a place of the annex is printed without being named as changed, wholly or in part."""
    named = NAMED_AS_CHANGED.get(short.split(".")[0])
    return named is not None and not any(_overlap(short, changed) for changed in named)


def _overlap(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
