"""The command line, one small module a group; each adds its commands by `add(app)`."""
