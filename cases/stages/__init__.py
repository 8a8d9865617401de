"""The stages of a case: each module holds its gates in an ordered list, its deciders, and the dates it waits for."""
