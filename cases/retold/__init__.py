"""What was done to a case, told again as the commands that did it, read back from the items of the case."""
