"""Answers of the real stack, and rules that say what is wrong with one.

A rule is a function of an answer that yields a sentence for each thing that breaks it. It is asked of good answers,
which must break nothing, and of the same answers damaged, which must break it: a rule that sees no fault is no rule.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Self

HOST = "http://testserver"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Answer:
    address: str  # asked for, absolute, without noise
    content: str
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def to(cls, client: Any, path: str, canonical: str = "", **headers: str) -> Self:
        response = client.get(path, headers=headers or None)
        assert response.status_code == 200, path
        return cls(HOST + (canonical or path), response.content.decode(), dict(response.headers))

    @property
    def xml(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.content)  # noqa: S314 (our own answer)

    def damaged(self, pattern: str, put: str) -> Self:
        """The pattern replaced wherever it stands, in the document or, with none there, in its headers."""
        content, count = re.subn(pattern, put, self.content, flags=re.DOTALL)
        if count:
            return replace(self, content=content)
        headers = {name: re.sub(pattern, put, value) for name, value in self.headers.items()}
        assert headers != self.headers, f"{pattern} stands nowhere"
        return replace(self, headers=headers)


Rule = Callable[[Answer], Iterator[str]]


Damage = tuple[Rule, str, str]  # the rule that should see it, a pattern, and what is put in its place


def broken(answers: Iterable[Answer], rules: Iterable[Rule]) -> list[tuple[str, str, str]]:
    """What is wrong with these answers, by address and rule."""
    return [(answer.address, rule.__name__, wrong) for answer in answers for rule in rules for wrong in rule(answer)]


def unseen(answer: Answer, damages: Iterable[Damage]) -> list[Damage]:
    """The damages of a good answer that the rule for them does not see."""
    assert broken([answer], {rule for rule, _, _ in damages}) == []
    return [damage for damage in damages if not list(damage[0](answer.damaged(*damage[1:])))]


def is_relative(address: str) -> bool:
    return re.match(r"[a-z][a-z0-9+.-]*:", address) is None
