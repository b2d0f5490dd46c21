"""Columns whose numbers of people lie hidden where the store has a key, and as they are where it has none."""

from typing import Any, Final

from sqlalchemy import JSON, Dialect, Text
from sqlalchemy.types import TypeDecorator

from db.data_keys import DataKey, changed_numbers

_AT: Final = "data_key"


def key_of(dialect: Dialect) -> DataKey | None:
    """The key under which a database hides numbers; each opened database has a dialect of its own."""
    return getattr(dialect, _AT, None)


def use_key(dialect: Dialect, key: DataKey | None) -> None:
    """Hide and show under a key from now on."""
    setattr(dialect, _AT, key)


class HiddenText(TypeDecorator[str]):
    """One number of a person; what is compared with it is hidden alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Hide a number on its way in."""
        key = key_of(dialect)
        return value if key is None or value is None else key.hide(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Show it on its way out."""
        key = key_of(dialect)
        return value if key is None or value is None else key.show(value)


class HiddenJson(TypeDecorator[Any]):
    """A body in which each number of a person is hidden, wherever it stands."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Hide the numbers on their way in."""
        key = key_of(dialect)
        return value if key is None else changed_numbers(value, key.hide)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Show them on their way out."""
        key = key_of(dialect)
        return value if key is None else changed_numbers(value, key.show)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """A path into the body, and what is compared with it, are no bodies themselves."""
        return self.impl_instance.coerce_compared_value(op, value)
