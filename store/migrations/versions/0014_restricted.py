"""Accounts whose cases only named people may see."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0011"

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "restriction",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("tenancy_ref", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), sa.ForeignKey("case_view.case_id"), nullable=False),
        sa.Column("reason", _JSON, nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.Column("set_at", _INSTANT, nullable=False),
        sa.Column("lifted_by", sa.String(), nullable=True),
        sa.Column("lifted_at", _INSTANT, nullable=True),
        sa.Column("lifted_reason", _JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_restriction_tenancy"
        ),
    )
    op.create_index("ix_restriction_tenancy", "restriction", ["landlord", "tenancy_ref"])
    op.create_table(
        "restricted_to",
        sa.Column("restriction_id", _ID, sa.ForeignKey("restriction.id"), primary_key=True),
        sa.Column("user_id", sa.String(), sa.ForeignKey("account.user_id"), primary_key=True),
    )
