"""Money cases stand beside possession cases: one of each kind may be open on an account."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(), nullable=False, server_default="possession")
    op.add_column("case_view", kind)
    op.drop_index("uq_case_view_open", table_name="case_view")
    op.create_index(
        "uq_case_view_open",
        "case_view",
        ["landlord", "tenancy_ref", "kind"],
        unique=True,
        sqlite_where=sa.text("closed_on IS NULL"),
        postgresql_where=sa.text("closed_on IS NULL"),
    )
