"""Run by alembic. `store.migrate` hands over an open connection; the transaction is its."""

from alembic import context

from store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    transactional_ddl=False,
)
context.run_migrations()
