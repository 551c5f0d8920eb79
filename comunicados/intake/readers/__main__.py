"""The process that reads one file: a line with its name and then its bytes come in, one JSON object goes out.

With `--many` it reads none itself: see many.py.
"""

import sys

from comunicados.intake.readers.many import serve
from comunicados.intake.readers.sandbox import answer, confine

if __name__ == "__main__":
    if "--many" in sys.argv:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    else:
        confine()
        sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
