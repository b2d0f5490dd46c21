"""Makes the first administrator of a programme, on the server, before anybody can sign in.

    python -m scripts.first_administrator EMAIL NAME PROGRAMME [--again REASON] [--database URL]

PROGRAMME is sampang or blitar. Ends with 1 when the programme has an active administrator and no reason is
given, or when the database cannot be used; with 2 when it was asked wrongly. `--again` is for a second
administrator, who from then on approves with the first what needs two people, and for one who was lost.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime

from db.office.first_administrator import make_administrator
from db.opening import is_demo, open_database
from db.refusals import Refused
from domain.entering.role_terms import NewPerson
from domain.programmes import PROGRAMMES
from pages.parts.installation import setting


def main(arguments: Sequence[str]) -> int:
    """Make the administrator, and say what comes next."""
    told = _asked(arguments)
    if told is None:
        print(__doc__, file=sys.stderr)
        return 2
    url = told.database or setting("DATABASE_URL")
    if not url:
        print("DATABASE_URL belum diisi: sebutkan basis data dengan --database.", file=sys.stderr)
        return 2
    try:
        return _make(url, told)
    except Refused as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 1


def _asked(arguments: Sequence[str]) -> Namespace | None:
    parser = ArgumentParser(prog="scripts.first_administrator", add_help=False, exit_on_error=False)
    parser.add_argument("email")
    parser.add_argument("name")
    parser.add_argument("programme", choices=[one.key for one in PROGRAMMES])
    parser.add_argument("--again", default="")
    parser.add_argument("--database", default="")
    try:
        return parser.parse_args(list(arguments))
    except (Exception, SystemExit):  # argparse ends the program for some mistakes in spite of exit_on_error
        return None


def _make(url: str, told: Namespace) -> int:
    database = open_database(url, sign_in_configured=True, data_key=setting("DATA_KEY"))
    programme = next(one for one in PROGRAMMES if one.key == told.programme)
    person = NewPerson(name=told.name, email=told.email)
    try:
        if is_demo(database):
            print("Basis data ini berisi data contoh: orang-orangnya sudah ada.", file=sys.stderr)
            return 1
        with database.write() as session:
            make_administrator(session, person, programme, again_because=told.again, at=datetime.now(UTC))
    finally:
        database.close()
    print(
        f"{told.name} kini administrator pada {programme.name}. Masuklah dengan akun yang beralamat "
        f"{told.email}, lalu tambahkan orang lain lewat layar Pengguna."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
