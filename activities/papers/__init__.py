"""From the record to the facts a paper prints: one reading of the store, and pure functions from it to `PaperData`."""
