"""What makes a method a verb."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

Method = TypeVar("Method", bound=Callable[..., object])


def verb(method: Method) -> Method:
    """The method writes, all or nothing, and no template can call it."""
    whole = transaction.atomic(method)
    whole.alters_data = True  # type: ignore[attr-defined]
    return whole
