"""Every place where Perbup Blitar 3/2023 can be read in more than one way, by its number."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.blitar.readings.on_candidates import B08, B09, B10, B11, B12, B13, B14
from domain.blitar.readings.on_qualifications import B15, B16, B17, B18, B19, B20, B21
from domain.blitar.readings.on_selection import B25, B26, B27, B28, B29, B30, B31
from domain.blitar.readings.on_staff import B22, B23, B24
from domain.blitar.readings.on_targets import B01, B02, B03, B04, B05, B06, B07
from domain.regulation.interpretations import Interpretation

# fmt: off
__all__ = [
    "READINGS",
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B13",
    "B14", "B15", "B16", "B17", "B18", "B19", "B20", "B21", "B22", "B23", "B24", "B25", "B26",
    "B27", "B28", "B29", "B30", "B31",
]
_IN_ORDER = (
    B01, B02, B03, B04, B05, B06, B07, B08, B09, B10, B11, B12, B13, B14, B15, B16, B17, B18,
    B19, B20, B21, B22, B23, B24, B25, B26, B27, B28, B29, B30, B31,
)
# fmt: on
READINGS: Mapping[str, Interpretation] = MappingProxyType({entry.id: entry for entry in _IN_ORDER})
