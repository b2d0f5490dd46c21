"""What a binaan was told about their data, and whether they agree to what goes beyond the service.

The programme itself is a public service, for which a notice is enough; a story or a photo shown outside
the Dinas needs the binaan's agreement. Nobody who was not asked has agreed or refused.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.purpose_notices import MENTORING
from domain.typed import Day, Line, YesNo

NOTICE: Final = MENTORING.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """When and by whom the notice was given (None: not yet), and the answer about use outside the Dinas."""

    notice_on: Annotated[date | None, Day("Disampaikan pada")] = None
    notice_by: Annotated[str, Line("Disampaikan oleh")] = ""
    shares_story: Annotated[bool | None, YesNo("Kisah atau foto boleh ditampilkan di luar Dinas?")] = None
