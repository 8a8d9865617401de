"""The team's own records: dated policies, delegation in absence, statements sent without a case, feeds, digests."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "policy_version",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("landlord", sa.String(), sa.ForeignKey("landlord.slug"), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("policy", _JSON, nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.Column("set_at", _INSTANT, nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )
    op.create_index("ix_policy_version_landlord", "policy_version", ["landlord", "from_day"])
    op.create_table(
        "delegation",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("landlord", sa.String(), sa.ForeignKey("landlord.slug"), nullable=False),
        sa.Column("by_user", sa.String(), sa.ForeignKey("account.user_id"), nullable=False),
        sa.Column("to_user", sa.String(), sa.ForeignKey("account.user_id"), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.Column("set_at", _INSTANT, nullable=False),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
    )
    op.create_index("ix_delegation_to", "delegation", ["landlord", "to_user", "last_day"])
    op.create_table(
        "account_statement",
        sa.Column("landlord", sa.String(), primary_key=True),
        sa.Column("tenancy_ref", sa.String(), primary_key=True),
        sa.Column("sent_on", sa.Date(), primary_key=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["landlord", "tenancy_ref"],
            ["tenancy.landlord", "tenancy.tenancy_ref"],
            name="fk_account_statement_tenancy",
        ),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("user_id", sa.String(), sa.ForeignKey("account.user_id"), primary_key=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("made_at", _INSTANT, nullable=False),
        sa.UniqueConstraint("digest", name="uq_calendar_feed_digest"),
    )
    op.create_table(
        "daily_digest",
        sa.Column("landlord", sa.String(), sa.ForeignKey("landlord.slug"), primary_key=True),
        sa.Column("user_id", sa.String(), sa.ForeignKey("account.user_id"), primary_key=True),
        sa.Column("on", sa.Date(), primary_key=True),
        sa.Column("lines", _JSON, nullable=False),
        sa.Column("made_at", _INSTANT, nullable=False),
    )
