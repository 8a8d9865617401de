"""Where a person's mail goes, and which daily digests were sent."""

import sqlalchemy as sa
from alembic import op

from store.columns import UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("account", sa.Column("email", sa.String(), nullable=False, server_default=""))
    op.add_column("daily_digest", sa.Column("mail_tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("daily_digest", sa.Column("mail_tried_at", UtcDateTime(), nullable=True))
    op.add_column("daily_digest", sa.Column("mailed_at", UtcDateTime(), nullable=True))
