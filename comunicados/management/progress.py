"""How far a long command is, on a terminal."""

import time
from typing import TextIO

WIDTH = 30


class Progress:
    """A bar that is written over itself; nothing where nobody looks (a file, a pipe, another command)."""

    def __init__(self, total: int, out: TextIO) -> None:
        self.total, self.out, self.done = total, out, 0
        self.is_shown = total > 1 and out.isatty()
        self.began = time.monotonic()

    def step(self) -> None:
        self.done += 1
        if self.is_shown:
            self.out.write(f"\r{self._bar()}\x1b[K")
            self.out.flush()

    def clear(self) -> None:
        """Make room for a line."""
        if self.is_shown:
            self.out.write("\r\x1b[K")
            self.out.flush()

    def _bar(self) -> str:
        pace = self.done / max(time.monotonic() - self.began, 1e-6)
        minutes, seconds = divmod(int((self.total - self.done) / pace), 60)
        bar = "█" * (WIDTH * self.done // self.total)
        return f"{bar:░<{WIDTH}} {self.done:,}/{self.total:,}  {pace:,.0f}/s  {minutes}:{seconds:02}"
