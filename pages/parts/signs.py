"""Signs that mean one thing on every screen.

⚠ stands before what a person should look at or put right; a day that has passed, or soon will, has a sign
of its own.
"""

from typing import Final

CHECK: Final = "⚠"
LATE: Final = "●"
