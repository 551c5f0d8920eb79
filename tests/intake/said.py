"""Doubts as the English sentences that tests compare."""

from typing import Protocol

from comunicados.intake.doubts import Doubt


class Doubtful(Protocol):
    @property
    def doubts(self) -> tuple[Doubt, ...] | list[Doubt]: ...


def said(doubtful: Doubtful) -> tuple[str, ...]:
    return tuple(str(doubt) for doubt in doubtful.doubts)
