"""A file read back into the registry: what each line would do, and doing it.

The dry run is the real run, taken back: both apply every line in its order, each in a savepoint of its own.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from personas.exceptions import NotPermitted, Refusal, RegistryHasChanged
from personas.exchange.cells import form_for
from personas.exchange.files import FileRefused, Line, read
from personas.exchange.tables import PEOPLE, Table, slug_of
from personas.sorting import guess_sort_name

UNKNOWN = gettext_lazy("Unknown columns: %(columns)s. The columns are: %(known)s.")
TWICE = gettext_lazy("A column stands there twice: %(columns)s.")


CALLED_BY = ("name_es", "person", "position", "slug", "slug_es", "id")


class LinesRefused(Refusal):
    sentence = gettext_lazy("Some lines are wrong. Mend them, or say that the right ones are to be entered.")


class Kind(models.TextChoices):
    CREATED = "created", gettext_lazy("new")
    CHANGED = "changed", gettext_lazy("changed")
    UNCHANGED = "unchanged", gettext_lazy("as it is")
    REFUSED = "refused", gettext_lazy("refused")


@dataclass(frozen=True)
class Outcome:
    """What a line does.

    `changes` are cells, as they were and as they become; `errors` stand by column, under "" what is about the line.
    """

    line: int
    kind: Kind
    label: str
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    outcomes: list[Outcome]

    def of(self, kind: str) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.kind == kind]

    @property
    def counts(self) -> list[tuple[Kind, int]]:
        return [(kind, len(self.of(kind))) for kind in Kind]

    @property
    def is_right(self) -> bool:
        return not self.of(Kind.REFUSED)

    @property
    def writes(self) -> int:
        return len(self.of(Kind.CREATED)) + len(self.of(Kind.CHANGED))

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr([(o.line, o.kind.value, o.changes) for o in self.outcomes]).encode()).hexdigest()


def dry_run(table: Table, text: str, *, by: User) -> Report:
    """What `carry_out` would do. Raises NotPermitted, FileRefused."""
    with transaction.atomic():
        report = _Run(table, text, by).report()
        transaction.set_rollback(True)
    return report


@transaction.atomic
def carry_out(table: Table, text: str, *, by: User, seen: str, only_right: bool = False) -> Report:
    """Enter the file as the dry run of the digest `seen` showed.

    Raises NotPermitted, FileRefused, RegistryHasChanged; LinesRefused unless `only_right`.
    """
    report = _Run(table, text, by).report()
    if report.digest != seen:
        raise RegistryHasChanged
    if not report.is_right and not only_right:
        raise LinesRefused
    return report


class _LineRefused(Exception):  # noqa: N818
    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.sentence = column, sentence


class _Run:
    def __init__(self, table: Table, text: str, by: User) -> None:
        if not by.has_perms(table.permissions):
            raise NotPermitted
        self.table, self.by = table, by
        names, self.lines = read(text)
        _check(table, names)
        self.written: dict[int, int] = {}  # rows that a line has spoken of, and which
        self.links = {column: _known(model, column, self.lines) for column, model in table.links.items()}

    def report(self) -> Report:
        return Report([self._outcome(line) for line in self.lines])

    def _outcome(self, line: Line) -> Outcome:
        label = next(
            (line.cells[name] for name in ("name_es", "person", "position", *line.cells) if line.cells.get(name)), ""
        )
        try:
            with transaction.atomic():
                kind, changes = self._apply(line)
                return Outcome(line.number, kind, label, changes)
        except _LineRefused as refusal:
            errors = [(refusal.column, refusal.sentence)]
        except ValidationError as error:
            told = error.message_dict
            errors = [("" if column == "__all__" else column, " ".join(said)) for column, said in told.items()]
        except DatabaseError:
            errors = [("", _("The database refuses this line: it contradicts another row."))]
        return Outcome(line.number, Kind.REFUSED, label, errors=errors)

    def _apply(self, line: Line) -> tuple[Kind, dict[str, tuple[str, str]]]:
        row = self._row(line)
        if row.pk:
            before = self.table.cells(row)
            said = {name: cell for name, cell in line.cells.items() if name in self.table.columns}
            cells = {name: cell for name, cell in said.items() if cell != before[name]}
            self._refuse_fixed(cells)
        else:
            before, cells = dict.fromkeys(self.table.header, ""), self._of_a_new_row(line)
        if not cells:
            return Kind.UNCHANGED, {}
        form = form_for(self.table, cells, row, self.links)
        if not form.is_valid():
            raise ValidationError(form.errors.as_data())
        is_new = row.pk is None
        saved = form.save()
        after = self.table.cells(saved)
        changes = {name: (before[name], after[name]) for name in self.table.columns if before[name] != after[name]}
        if not changes:
            return Kind.UNCHANGED, {}
        sentence = f"CSV, {line.number}: {', '.join(changes)}"
        LogEntry.objects.log_actions(
            self.by.pk, [saved], ADDITION if is_new else CHANGE, sentence, single_object=True
        )
        return Kind.CREATED if is_new else Kind.CHANGED, changes

    def _row(self, line: Line) -> Any:
        """The row that a line is about, locked; a new one where it names none."""
        named = {
            name: line.cells[name].strip() for name in ("id", *self.table.slugs) if line.cells.get(name, "").strip()
        }
        if not named:
            return self.table.model()
        column, value = next(iter(named.items()))
        if column == "id" and not (value.isdecimal() and value.isascii() and len(value) < 19):
            raise _LineRefused("id", _("This is not the number of a row; leave it empty for a new one."))
        rows = self.table.model._base_manager.select_for_update(of=("self",)).select_related(*self.table.links)
        row: Any = rows.filter(**{column: value}).first()
        if row is None:
            raise _LineRefused(column, _("No row has this; leave it empty for a new one."))
        if getattr(row, "merged_into", None):
            raise _LineRefused(column, _("It was merged into “%(survivor)s”.") % {"survivor": row.merged_into})
        for name, cell in named.items():
            if str(getattr(row, name)) != cell:
                raise _LineRefused(name, _("An address is for ever, and this is another row's."))
        if row.pk in self.written:
            raise _LineRefused(
                column, _("Line %(line)s speaks of this row already.") % {"line": self.written[row.pk]}
            )
        self.written[row.pk] = line.number
        return row

    def _of_a_new_row(self, line: Line) -> dict[str, str]:
        cells = {name: line.cells.get(name, "") for name in self.table.columns}
        if self.table is PEOPLE and not cells["sort_name"].strip():
            cells["sort_name"] = guess_sort_name(cells["name_es"])
        return cells

    def _refuse_fixed(self, cells: dict[str, str]) -> None:
        for name in self.table.fixed:
            if name in cells:
                raise _LineRefused(name, _("This cannot be changed: it would be another row."))


def _check(table: Table, names: list[str]) -> None:
    known = ", ".join(table.header)
    if unknown := [name for name in names if name and name not in table.header]:
        raise FileRefused(UNKNOWN % {"columns": ", ".join(unknown), "known": known})
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise FileRefused(TWICE % {"columns": ", ".join(twice)})


def _known(model: type[models.Model], column: str, lines: list[Line]) -> dict[str, Any]:
    """The rows that the lines link to by their slugs, a merged one's survivor for it: one query."""
    slug = slug_of(model)
    wanted = {line.cells.get(column, "").strip() for line in lines}
    rows: Any = model._base_manager.filter(**{f"{slug}__in": wanted}).select_related("merged_into")
    return {getattr(row, slug): row.merged_into or row for row in rows}
