"""Forms that people have begun: what they typed is sealed, and goes when the act is recorded or the days are over."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "form_draft",
        sa.Column("user_id", sa.String(), sa.ForeignKey("account.user_id"), primary_key=True),
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("landlord", "tenancy_ref", "case_id", "command")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("saved_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_form_draft_tenancy"
        ),
    )
    op.create_index("ix_form_draft_case", "form_draft", ["landlord", "case_id"])
    op.create_index("ix_form_draft_saved", "form_draft", ["saved_at"])
