"""Keeps the rules as this release reads them, so that a later one can replay the receipts of today.

Run it after a rule, a number or a reading has changed: `python -m scripts.keep_edition`.
"""

import json

from domain.blitar import law as blitar
from domain.regulation.editions import file_of, freeze
from domain.sampang import law as sampang


def main() -> None:
    """Write the editions of every version of both regulations."""
    for law in (sampang, blitar):
        law.EDITIONS.mkdir(exist_ok=True)
        for version in law.VERSIONS:
            told = json.dumps(freeze(version), ensure_ascii=False, separators=(",", ":"))
            file_of(law.EDITIONS, version).write_text(told + "\n", "utf-8")


if __name__ == "__main__":
    main()
