"""What the housing system says of a claim to buy, and of a name that is another than before."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"


def upgrade() -> None:
    with op.batch_alter_table("tenancy") as tenancy:
        tenancy.add_column(sa.Column("right_to_buy_claimed_on", sa.Date(), nullable=True))
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("was_named", sa.String(), nullable=False, server_default=""))
        person.add_column(sa.Column("renamed_on", sa.Date(), nullable=True))
