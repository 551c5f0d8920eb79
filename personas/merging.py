"""Merging two rows of the registry that turn out to be one: what would be changed, and the change itself.

The policy:

* The merged row stays and points to the survivor for ever; so do those that were merged into it before, so that one
  step always suffices. Its address leads to the survivor's. There is no way back: afterwards nobody could say which
  of the two a later appointment was meant for.
* What follows are the columns that a table names in `follows_mergers`: appointments, participants of working copies.
  What was published or saved as a revision is not rewritten.
* A person's names and spellings become spellings of the survivor. The survivor keeps what it has of its own, takes
  what it lacks, and is shown from the earlier of the two hours.
* The titles of a post follow when the survivor has none; else they stay behind, for which of two held on a day nobody
  could say.
* Two appointments of one person to one post stay two: published texts point to both.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext as _

from personas.doubts import doubts
from personas.exceptions import MergedAlready, MergedIntoItself, NotPermitted, RegistryHasChanged
from personas.models import Person, Position, PositionTitle

TAKEN = {Person: ("name_en", "gender"), Position: ("name_es", "name_en")}  # where the survivor has none of its own


@dataclass(frozen=True)
class Move:
    """Rows that point to the merged row by a column, and will point to the survivor."""

    model: type[models.Model]
    column: str
    rows: list[Any]

    @property
    def label(self) -> str:
        if self.column == "merged_into":
            return _("merged into it before")
        return str(self.model._meta.verbose_name_plural)

    def carry_out(self, survivor: models.Model) -> None:
        mine = self.model._base_manager.filter(pk__in=[row.pk for row in self.rows])
        mine.update(**{self.column: survivor})


@dataclass(frozen=True)
class Merger:
    """What merging one row into another does: shown first, then carried out as it was shown."""

    merged: Any
    survivor: Any
    moves: list[Move]
    gains: dict[str, tuple[Any, Any]]  # columns of the survivor: what they say, what they will say
    stays: list[PositionTitle] = field(default_factory=list)

    @classmethod
    def of(cls, merged: Any, survivor: Any) -> "Merger":
        """Raises MergedIntoItself, MergedAlready."""
        if merged.pk == survivor.pk:
            raise MergedIntoItself
        if merged.merged_into_id or survivor.merged_into_id:
            raise MergedAlready
        moves = [Move(model, column, rows) for model, column, rows in _followers(merged) if rows]
        stays: list[PositionTitle] = []
        if isinstance(merged, Position) and (titles := list(merged.titles.all())):
            if survivor.titles.exists():
                stays = titles
            else:
                moves.append(Move(PositionTitle, "position", titles))
        return cls(merged, survivor, moves, _gains(merged, survivor), stays)

    @property
    def doubts(self) -> list[str]:
        return doubts(self.merged, self.survivor)

    @property
    def digest(self) -> str:
        """Of all that is shown: two equal ones do the same."""
        moves = [(move.model._meta.label, move.column, [row.pk for row in move.rows]) for move in self.moves]
        shown = (type(self.merged).__name__, self.merged.pk, self.survivor.pk, moves, self.gains, self.doubts)
        return hashlib.sha256(repr(shown).encode()).hexdigest()

    def carry_out(self) -> None:
        """The row itself first: whether it was public is asked while all that was merged into it still is its own."""
        self.merged.merged_into = self.survivor
        self.merged.save(update_fields=["merged_into"])
        for move in self.moves:
            move.carry_out(self.survivor)
        for column, (_before, after) in self.gains.items():
            setattr(self.survivor, column, after)
        self.survivor.save(update_fields=list(self.gains))


@transaction.atomic
def merge(merged: Any, survivor: Any, *, by: User, seen: str = "") -> Merger:
    """See `Mergeable.merge_into`. Whoever would point to the merged row meanwhile waits, and is then refused."""
    model = type(merged)
    if not by.has_perm(f"personas.change_{model._meta.model_name}"):
        raise NotPermitted
    both = model._base_manager.select_for_update().filter(pk__in=[merged.pk, survivor.pk])
    rows = {row.pk: row for row in both.order_by("pk")}
    merger = Merger.of(rows[merged.pk], rows[survivor.pk])
    if seen and seen != merger.digest:
        raise RegistryHasChanged
    merger.carry_out()
    for row, sentence in ((merged, f"→ {survivor} (#{survivor.pk})"), (survivor, f"← {merged} (#{merged.pk})")):
        LogEntry.objects.log_actions(by.pk, [row], CHANGE, sentence, single_object=True)
    merged.refresh_from_db()
    survivor.refresh_from_db()
    return merger


def _followers(merged: models.Model) -> Any:
    """Every table and column that follows, with the rows that point to `merged`; a new table says it of itself."""
    for relation in merged._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel) or not isinstance(relation.related_model, type):
            continue
        model, column = relation.related_model, relation.field.name
        if column in getattr(model, "follows_mergers", ()):
            yield model, column, list(model._base_manager.filter(**{column: merged}).select_related().order_by("pk"))


def _gains(merged: Any, survivor: Any) -> dict[str, tuple[Any, Any]]:
    after = {name: getattr(survivor, name) or getattr(merged, name) for name in TAKEN[type(survivor)]}
    hours = [row.shown_from for row in (merged, survivor) if row.shown_from]
    after["shown_from"] = min(hours, default=None)
    if isinstance(survivor, Person):
        after["spellings"] = _spellings(merged, survivor)
    before = {name: getattr(survivor, name) for name in after}
    return {name: (before[name], after[name]) for name in after if before[name] != after[name]}


def _spellings(merged: Person, survivor: Person) -> str:
    """One a line: the survivor's, then those that the merged row was found by and the survivor is not."""
    names = [survivor.name_es, survivor.name_en]
    found = dict.fromkeys(line.strip() for line in survivor.spellings.splitlines())
    for spelling in (merged.name_es, merged.name_en, *merged.spellings.splitlines()):
        if spelling.strip() not in names:
            found[spelling.strip()] = None
    found.pop("", None)
    return "\n".join(found) if list(found) != survivor.spellings.splitlines() else survivor.spellings
