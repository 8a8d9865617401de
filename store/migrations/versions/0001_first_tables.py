"""The first tables."""

import sqlalchemy as sa
from alembic import op

from store.columns import BigId, Json, UtcDateTime
from store.migrations.guards import forbid_change

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "landlord",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("clock_offset_seconds", sa.Integer(), nullable=False),
        sa.Column("rent_made_to", sa.Date(), nullable=True),
        sa.Column("policy", Json, nullable=False),
        sa.PrimaryKeyConstraint("slug"),
    )
    op.create_table(
        "seal",
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("chains", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sealed_on"),
        sa.UniqueConstraint("number", name="uq_seal_number"),
    )
    op.create_table(
        "sighting",
        sa.Column("id", BigId, nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sighting_subject", "sighting", ["subject", "seen_at"], unique=False)
    op.create_table(
        "step",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("tenancy_ref", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("command_kind", sa.String(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("answer", Json, nullable=False),
        sa.Column("as_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "text",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("staged_at", UtcDateTime(), nullable=False),
        sa.Column("erased_at", UtcDateTime(), nullable=True),
        sa.Column("erased_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "account",
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("landlord", sa.String(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["landlord"],
            ["landlord.slug"],
        ),
        sa.PrimaryKeyConstraint("user_id"),
        sa.UniqueConstraint("username", name="uq_account_username"),
    )
    op.create_table(
        "sealed_head",
        sa.Column("sealed_on", sa.Date(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sealed_on"],
            ["seal.sealed_on"],
        ),
        sa.PrimaryKeyConstraint("sealed_on", "case_id"),
    )
    op.create_index("ix_sealed_head_case", "sealed_head", ["case_id", "seq"], unique=False)
    op.create_table(
        "tenancy",
        sa.Column("id", BigId, nullable=False),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("tenancy_ref", sa.String(), nullable=False),
        sa.Column("occupancy", sa.String(), nullable=False),
        sa.Column("social_housing", sa.Boolean(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("address_line_1", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("fixed_term_end", sa.Date(), nullable=True),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("period_unit", sa.String(), nullable=False),
        sa.Column("period_anchor", sa.Date(), nullable=False),
        sa.Column("weeks_charged_a_year", sa.Integer(), nullable=True),
        sa.Column("rent_pence", sa.Integer(), nullable=False),
        sa.Column("service_charge_pence", sa.Integer(), nullable=False),
        sa.Column("service_charge_is_rent", sa.Boolean(), nullable=False),
        sa.Column("agreement_allows_post", sa.Boolean(), nullable=False),
        sa.Column("patch", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("habit", sa.String(), nullable=True),
        sa.Column("habit_extra_pence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["landlord"],
            ["landlord.slug"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("landlord", "tenancy_ref", name="uq_tenancy_landlord_ref"),
        sa.UniqueConstraint("tenancy_ref", name="uq_tenancy_ref"),
    )
    op.create_table(
        "case_view",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("tenancy_ref", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("stage_since", sa.Date(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("patch", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("next_due_at", UtcDateTime(), nullable=True),
        sa.Column("next_due_title", sa.String(), nullable=False),
        sa.Column("next_due_on", sa.Date(), nullable=True),
        sa.Column("arrears_pence", sa.Integer(), nullable=False),
        sa.Column("at_risk", Json, nullable=False),
        sa.Column("at_risk_count", sa.Integer(), nullable=False),
        sa.Column("approvals", Json, nullable=False),
        sa.Column("approvals_count", sa.Integer(), nullable=False),
        sa.Column("attention", sa.String(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("last_hash", sa.String(), nullable=False),
        sa.Column("state", Json, nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["landlord", "tenancy_ref"], ["tenancy.landlord", "tenancy.tenancy_ref"], name="fk_case_view_tenancy"
        ),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_index("ix_case_view_next_due", "case_view", ["landlord", "next_due_at"], unique=False)
    op.create_index("ix_case_view_officer", "case_view", ["landlord", "officer"], unique=False)
    op.create_index(
        "uq_case_view_open",
        "case_view",
        ["landlord", "tenancy_ref"],
        unique=True,
        sqlite_where=sa.text("closed_on IS NULL"),
        postgresql_where=sa.text("closed_on IS NULL"),
    )
    op.create_table(
        "person",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("tenancy_id", BigId, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("preferred_contact", sa.String(), nullable=False),
        sa.Column("vulnerability_note", sa.String(), nullable=False),
        sa.Column("interpreter_language", sa.String(), nullable=False),
        sa.Column("benefit", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenancy_id"],
            ["tenancy.id"],
        ),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("tenancy_id", "number", name="uq_person_number"),
    )
    op.create_table(
        "posting",
        sa.Column("id", BigId, nullable=False),
        sa.Column("tenancy_id", BigId, nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_pence", sa.Integer(), nullable=False),
        sa.Column("paid_pence", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("narrative", sa.String(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenancy_id"],
            ["tenancy.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(
            "tenancy_id",
            "posted_on",
            "kind",
            "due_pence",
            "paid_pence",
            "narrative",
            "occurrence",
            name="uq_posting_line",
        ),
    )
    op.create_table(
        "rent_balance",
        sa.Column("tenancy_id", BigId, nullable=False),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("rent_arrears_pence", sa.Integer(), nullable=False),
        sa.Column("court_costs_pence", sa.Integer(), nullable=False),
        sa.Column("weekly_pence", sa.Integer(), nullable=False),
        sa.Column("last_payment_on", sa.Date(), nullable=True),
        sa.Column("last_payment_pence", sa.Integer(), nullable=False),
        sa.Column("last_posted_on", sa.Date(), nullable=True),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenancy_id"],
            ["tenancy.id"],
        ),
        sa.PrimaryKeyConstraint("tenancy_id"),
    )
    op.create_index(
        "ix_rent_balance_arrears", "rent_balance", ["landlord", "rent_arrears_pence", "tenancy_id"], unique=False
    )
    op.create_table(
        "case_deadline",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("deadline_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("spoken", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_view.case_id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "deadline_id"),
    )
    op.create_index("ix_case_deadline_on", "case_deadline", ["on"], unique=False)
    op.create_table(
        "event",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("actor_role", sa.String(), nullable=False),
        sa.Column("command_kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("as_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_view.case_id"],
        ),
        sa.ForeignKeyConstraint(
            ["key"],
            ["step.key"],
        ),
        sa.PrimaryKeyConstraint("case_id", "seq"),
    )
    op.create_index("ix_event_key", "event", ["key"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", BigId, nullable=False),
        sa.Column("landlord", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("deadline_id", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("due", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("to_role", sa.String(), nullable=False),
        sa.Column("to_user", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("body_code", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("delivered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case_view.case_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id", "deadline_id", "level", "due", name="uq_outbox_alarm"),
    )
    op.create_index("ix_outbox_delivered", "outbox", ["delivered_at"], unique=False)
    for table in ("event", "seal", "sealed_head"):
        forbid_change(op.get_bind(), table)
