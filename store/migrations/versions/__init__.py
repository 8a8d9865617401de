"""One module a migration. A migration that was released is never edited."""
