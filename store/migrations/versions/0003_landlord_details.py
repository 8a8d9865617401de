"""What papers say of a landlord: its address, who signs for it, its court. Sample landlords have made-up ones."""

import sqlalchemy as sa
from alembic import op

from store.columns import Json

revision = "0003"
down_revision = "0002"

MADE_UP = {
    "address": ["Sample House", "1 Example Street", "Sampleton", "SA1 1MP"],
    "phone": "01632 960000",
    "email": "housing@sample.example",
    "signatory_name": "Morgan Example (sample)",
    "signatory_position": "Head of Housing",
    "court_name": "County Court at Sampleton",
}


def upgrade() -> None:
    op.add_column("landlord", sa.Column("details", Json, nullable=False, server_default="{}"))
    landlord = sa.table("landlord", sa.column("sample", sa.Boolean()), sa.column("details", Json))
    op.execute(landlord.update().where(landlord.c.sample).values(details=MADE_UP))
