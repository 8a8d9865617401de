"""What the roads beside rent arrears ask of a tenancy: the homelessness duty, a demotion, a trial, a chain, a death."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("tenancy") as tenancy:
        tenancy.add_column(sa.Column("duty", sa.String(), nullable=False, server_default=""))
        tenancy.add_column(sa.Column("demoted_on", sa.Date(), nullable=True))
        tenancy.add_column(sa.Column("trial_extended", sa.Boolean(), nullable=False, server_default=sa.false()))
        tenancy.add_column(sa.Column("first_tenancy_start", sa.Date(), nullable=True))
        tenancy.add_column(sa.Column("died_on", sa.Date(), nullable=True))
