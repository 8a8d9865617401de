"""The money case: what a former tenant, a garage or a sundry account owes, from letter of claim to recovery."""
