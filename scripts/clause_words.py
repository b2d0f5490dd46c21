"""Writes the words of each clause of a regulation as hashes, by which a test holds every quoted fragment.

    python -m scripts.clause_words sampang TEXT
    python -m scripts.clause_words blitar TEXT

TEXT is the office's own copy of the regulation as plain text. What is written are short hashes of single
words in their order, no sentences.
"""

import json
import sys
from pathlib import Path

from domain.blitar.clauses import CLAUSES as OF_BLITAR
from domain.regulation.clause_walk import cut
from domain.regulation.fragments import hashed_words
from domain.sampang.clauses import CLAUSES as OF_SAMPANG

ROOT = Path(__file__).resolve().parents[1]
PLACES = {"sampang": OF_SAMPANG, "blitar": OF_BLITAR}


def main(programme: str, text: Path) -> None:
    """Write the table of one programme's regulation."""
    found = cut(text.read_text("utf-8").splitlines(), PLACES[programme]).clauses
    table = {place: "".join(hashed_words(words)) for place, words in found.items()}
    target = ROOT / "tests" / "domain" / programme / "clause_words.json"
    target.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
