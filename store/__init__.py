"""The SQL room: the chained record of cases, what pages read, housing data, people who sign in, and the outbox.

Every function takes the caller's session and leaves the transaction to the caller, so that what belongs together is
written together. `engine` makes engines and sessions; `migrate` brings a database up to date.
"""
