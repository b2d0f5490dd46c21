"""HTML of our own; Streamlit looks on the disk whether a plain text is the name of a file, at each run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML."""

    html: str

    def _repr_html_(self) -> str:
        return self.html
