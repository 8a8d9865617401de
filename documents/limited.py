"""Become another program within a limit of memory (bytes), which all that it starts keeps: `limited.py BYTES PROGRAM`.

Run as a script by `documents.programs`; a limit set before the program begins holds in a process with threads too.
"""

import os
import resource
import sys

if __name__ == "__main__":
    most = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(sys.argv[2], sys.argv[2:])
