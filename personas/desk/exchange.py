"""The pages of CSV files: one is written, one is looked at and entered."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from personas.exceptions import Refusal
from personas.exchange.files import decode, write
from personas.exchange.importing import Kind, Report, carry_out, dry_run
from personas.exchange.tables import Table

SALT = "registry-csv"
AN_HOUR = 3600
SHOWN = 500  # lines that say something; of those that change nothing none is shown
LOST = gettext_lazy("What was shown is older than an hour, or is not what was shown. Choose the file again.")


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )


class ExchangeAdmin(admin.ModelAdmin):
    """The rows of some tables written to a file and read back; for whoever may add and change them."""

    tables: ClassVar[tuple[Table, ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        views = (("export", self.export_view), ("import", self.import_view))
        return [
            path(
                f"{table.name}/{deed}/",
                self.admin_site.admin_view(partial(view, table=table)),
                name=f"personas_{table.name}_{deed}",
            )
            for table in self.tables
            for deed, view in views
        ] + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        user = request.user
        tables = [table for table in self.tables if user.has_perms(table.permissions)]
        exchanges = [(table, *_addresses(table)) for table in tables]
        return super().changelist_view(request, {**(extra_context or {}), "exchanges": exchanges})

    def export_view(self, request: HttpRequest, table: Table) -> HttpResponseBase:
        _require(request, table)
        cells = (table.cells(row).values() for row in table.rows().iterator(chunk_size=500))
        response = StreamingHttpResponse(write(table.header, cells), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{table.name}.csv"'
        return response

    def import_view(self, request: HttpRequest, table: Table) -> HttpResponse:
        """A file that is sent is looked at; what was looked at comes back signed, and is entered."""
        user = _require(request, table)
        is_sent = request.method == "POST" and "shown" not in request.POST
        form = FileForm(request.POST, request.FILES) if is_sent else FileForm()
        context: dict[str, Any] = {"table": table, "opts": self.opts, "form": form, "title": _("Bring in from CSV")}
        status = 200
        try:
            if "shown" in request.POST:
                text, seen = _opened(request.POST["shown"], table, user)
                context |= self._look(table, text, user)
                report = carry_out(table, text, by=user, seen=seen, only_right="right" in request.POST)
                return self._done(request, report)
            if is_sent and form.is_valid():
                context |= self._look(table, decode(form.cleaned_data["file"].read()), user)
        except Refusal as refusal:
            context["refusal"], status = refusal, 409
        page = {**self.admin_site.each_context(request), **context}
        return render(request, "desk/registry/import.html", page, status=status)

    def _look(self, table: Table, text: str, user: User) -> dict[str, Any]:
        report = dry_run(table, text, by=user)
        shown = {"table": table.name, "user": user.pk, "text": text, "seen": report.digest}
        telling = [outcome for outcome in report.outcomes if outcome.kind != Kind.UNCHANGED]
        return {
            "report": report,
            "telling": telling[:SHOWN],
            "untold": max(len(telling) - SHOWN, 0),
            "shown": signing.dumps(shown, salt=SALT, compress=True),
        }

    def _done(self, request: HttpRequest, report: Report) -> HttpResponse:
        written = report.writes
        sentence = ngettext("One row was entered.", "%(count)s rows were entered.", written) % {"count": written}
        messages.success(request, sentence)
        return HttpResponseRedirect(reverse(f"admin:personas_{self.opts.model_name}_changelist"))


def _addresses(table: Table) -> tuple[str, str]:
    return reverse(f"admin:personas_{table.name}_export"), reverse(f"admin:personas_{table.name}_import")


def _require(request: HttpRequest, table: Table) -> User:
    if not request.user.has_perms(table.permissions):
        raise PermissionDenied
    assert isinstance(request.user, User)  # noqa: S101  (who has permissions has an account)
    return request.user


def _opened(shown: str, table: Table, user: User) -> tuple[str, str]:
    """The text that was shown and the digest of what it does; raises Refusal for anything else."""
    try:
        found = signing.loads(shown, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature as error:
        raise Refusal(LOST) from error
    if (found["table"], found["user"]) != (table.name, user.pk):
        raise Refusal(LOST)
    return found["text"], found["seen"]
