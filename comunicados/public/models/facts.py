"""What follows from the columns of a row, whether a model or a whole text holds them."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from comunicados.enums import TOOK_PART, FileRole, Status
from comunicados.rules import CONDUCT, Conduct


class FactsOfAText:
    rule: Any
    status: Any
    note: Any
    predecessor_id: Any
    listed_until: Any

    @property
    def conduct(self) -> Conduct:
        return CONDUCT[self.rule]

    @property
    def is_past(self) -> bool:
        """Whether the day that it was about is over; `listed_until` is told only when it has passed."""
        return self.listed_until is not None

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.status == Status.WITHDRAWN)

    @property
    def is_correction(self) -> bool:
        """Whether it tells its readers what it corrects."""
        return bool(self.predecessor_id and self.note) and not self.is_withdrawn


class FactsOfAnAppearance:
    role: Any
    delegation: Any

    @property
    def took_part(self) -> bool:
        return self.role in TOOK_PART

    @property
    def is_of_the_host(self) -> bool:
        return self.delegation is not None and self.delegation.iso_code == settings.MINISTRY_REGION


class FactsOfAFile:
    role: Any
    digest: Any
    name: Any
    width: Any
    widths: Any

    @property
    def is_photograph(self) -> bool:
        return bool(self.role == FileRole.PHOTOGRAPH)

    @property
    def path(self) -> str:
        return reverse("file", kwargs={"digest": self.digest, "name": self.name})

    @property
    def sources(self) -> str:
        """What a browser chooses from: the sizes that there are, and the image itself."""
        smaller = [
            (reverse("file-size", kwargs={"digest": self.digest, "width": w, "name": self.name}), w)
            for w in self.widths
        ]
        return ", ".join(f"{path} {width}w" for path, width in [*smaller, (self.path, self.width)])
