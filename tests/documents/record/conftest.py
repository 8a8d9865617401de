"""Papers from a record of their own: the made-up landlord of the activities' tests."""

from tests.activities.conftest import context, database, templates

__all__ = ["context", "database", "templates"]
