"""The bar of a long command."""

import io

from comunicados.management.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_bar_grows_with_what_is_done() -> None:
    terminal = Terminal()
    progress = Progress(2, terminal)
    progress.step()
    progress.step()

    shown = [line.split("  ")[0] for line in terminal.getvalue().split("\r")[1:]]
    assert shown == [f"{'█' * 15}{'░' * 15} 1/2", f"{'█' * 30} 2/2"]


def test_nothing_is_shown_where_nobody_looks() -> None:
    file = io.StringIO()
    Progress(2, file).step()

    assert file.getvalue() == ""
