"""Questions that can be put to the law room in words, on the command line: each with its facts and its answers."""
