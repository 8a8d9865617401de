"""Become another program within limits that all it starts keeps: `limited.py BYTES SECONDS PROGRAM`, of the processor.

Run as a script by `documents.programs`; limits set before the program begins hold in a process with threads too, and
when whoever started it was killed and nobody is left to stop it.
"""

import os
import resource
import sys

if __name__ == "__main__":
    most, seconds = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(sys.argv[3], sys.argv[3:])
