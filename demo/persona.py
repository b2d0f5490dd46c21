"""Somebody whom a visitor of the demo can act as."""

from dataclasses import dataclass

from domain.roles import Role


@dataclass(frozen=True, slots=True)
class Persona:
    """A made-up person with one role; the name says that it is an example."""

    key: str
    given_name: str
    role: Role

    @property
    def name(self) -> str:
        """The name on screens, with the role and the word "contoh"."""
        return f"{self.given_name} ({self.role.label}, contoh)"
