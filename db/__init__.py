"""The store: tables, migrations, and verbs that take and give domain objects."""
