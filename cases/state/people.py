"""Who acts, as an opaque identifier with a role."""

from cases.base import Value
from cases.words import Role


class Person(Value):
    """A signed-in person, or the system, as the record knows them."""

    user_id: str
    role: Role
