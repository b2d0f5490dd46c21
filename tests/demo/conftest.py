"""The demo is loaded into the same databases as the store's tests."""

from tests.db.conftest import database_url, empty_database_url, postgres_server, sqlite_folder, templates

__all__ = ["database_url", "empty_database_url", "postgres_server", "sqlite_folder", "templates"]
