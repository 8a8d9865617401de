"""What can go wrong in the store.

StoreError             the family
├── Unavailable        the database is away or busy; trying again may work
├── AlreadyRecorded    a step with this key is in the record; read its answer
├── AlreadyOpen        the tenancy has an open case
├── OutOfOrder         the case has moved on since it was loaded; load it again
├── KeyReused          the same key came with other content
├── NotSample          only a landlord marked sample may have its clock moved
└── NotThere           no such landlord, tenancy, user or text
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc


class StoreError(Exception):
    """A failure that the store can name. Messages hold identifiers only, never people's names."""


class Unavailable(StoreError):
    """The database cannot be reached or is too busy. Nothing was written; the same call may be made again."""


class AlreadyRecorded(StoreError):
    """Another writer recorded a step with the same key first. Nothing was written."""


class AlreadyOpen(StoreError):
    """The tenancy already has an open case. Nothing was written."""


class OutOfOrder(StoreError):
    """The step was decided on a state that is no longer the newest. Nothing was written."""


class KeyReused(StoreError):
    """A key that stands for one act came again with different content."""


class NotSample(StoreError):
    """The landlord's data is real: its clock is the world's."""


class NotThere(StoreError):
    """There is no such row."""


# SQLSTATE classes: connection, resources, operator intervention (shutdown, starting up), "try the transaction again".
_RETRY_STATES = ("08", "53", "57", "40", "55P03")
_SQLITE_BUSY = ("database is locked", "database is busy", "unable to open database file", "disk i/o error")


def is_unavailable(error: BaseException) -> bool:
    """Whether the error means that the database is away or busy, rather than that the request is wrong."""
    if isinstance(error, exc.TimeoutError | ConnectionError):
        return True
    if not isinstance(error, exc.DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    if state:
        return str(state).startswith(_RETRY_STATES)
    if isinstance(error, exc.InterfaceError):
        return True
    return isinstance(error, exc.OperationalError) and any(said in str(error.orig).lower() for said in _SQLITE_BUSY)


@contextmanager
def naming_outages() -> Iterator[None]:
    """Turn the driver's many ways of saying "the database is away" into `Unavailable`; let everything else pass."""
    try:
        yield
    except (exc.SQLAlchemyError, ConnectionError) as error:
        if is_unavailable(error):
            raise Unavailable(type(error).__name__) from error
        raise
