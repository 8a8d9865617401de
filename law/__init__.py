"""The law as dated tables and pure functions: every result says what it rests on and how it was counted.

Nothing here reads a clock, a database or a setting. Tables are files in `law/data`, each with its version.
"""
