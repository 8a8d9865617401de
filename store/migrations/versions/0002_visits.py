"""Who is signed in is kept here, so that signing out ends it; and what a step's key was asked for."""

import sqlalchemy as sa
from alembic import op

from store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "visit",
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["account.user_id"]),
        sa.PrimaryKeyConstraint("visit_id"),
    )
    op.create_index("ix_visit_user", "visit", ["user_id"], unique=False)
    op.add_column("step", sa.Column("asked", sa.String(), nullable=False, server_default=""))
