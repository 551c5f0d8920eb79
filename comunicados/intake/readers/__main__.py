"""The process that reads one file: a line with its name and then its bytes come in, one JSON object goes out."""

import sys

from comunicados.intake.readers.sandbox import answer, confine

if __name__ == "__main__":
    confine()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
