"""How many files the process may have open: each visit needs some, and the default is small."""

import logging
import sys
from typing import Final

ENOUGH: Final = 1024
_AS_MANY_AS: Final = 65_536
_LOG: Final = logging.getLogger(__name__)


def raise_open_files() -> None:
    """Take as many as the system gives; a warning in the log tells when that is too little for an office."""
    if sys.platform == "win32":  # which has no such limit
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _AS_MANY_AS if hard == resource.RLIM_INFINITY else min(hard, _AS_MANY_AS)
    # macOS says that there is no limit, and then takes no more than its own: half as many are tried then.
    while soft != resource.RLIM_INFINITY and soft < most:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            soft = most
        except (ValueError, OSError):
            most //= 2
    if soft != resource.RLIM_INFINITY and soft < ENOUGH:
        _LOG.warning(
            "the system allows %s open files; from about %s visits on the application cannot answer. "
            "Raise it (LimitNOFILE of systemd, or ulimit -n) to %s or more.",
            soft,
            soft // 3,
            ENOUGH,
        )
