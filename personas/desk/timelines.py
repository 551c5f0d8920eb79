"""The pages that tell of time: the timeline of a post and of a person, and who held what on a day."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from personas.clock import ministry_today
from personas.models import Appointment, Person
from personas.timeline import Timeline, holders_on, titles_of
from personas.title_gaps import title_gaps, title_on_each


class DayForm(forms.Form):
    """The day that is asked for; without one, today."""

    on = forms.DateField(
        label=gettext_lazy("Who held it on this day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "invalid": gettext_lazy("This is not a date. Write year, month and day, for example 2024-01-31.")
        },
    )

    def add_error(self, field: str | None, error: Any) -> None:
        """What could not be read stays visible: a browser's date field would show nothing of it."""
        super().add_error(field, error)
        self.fields["on"].widget = forms.TextInput()

    @classmethod
    def asked(cls, request: HttpRequest) -> tuple["DayForm", dt.date | None]:
        """With the day, or None where it cannot be read."""
        form = cls({"on": request.GET.get("on") or ministry_today().isoformat()})
        return form, form.cleaned_data["on"] if form.is_valid() else None


class TimelineAdmin(admin.ModelAdmin):
    """A page beside the row's form that tells of its time; whoever may see the row may see it."""

    page: str  # the last part of its address
    time_template = "desk/registry/timeline.html"

    def get_urls(self) -> list[URLPattern]:
        name = f"personas_{self.opts.model_name}_{self.page}"
        view = self.admin_site.admin_view(self.time_view)
        return [path(f"<int:pk>/{self.page}/", view, name=name), *super().get_urls()]

    def time_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = get_object_or_404(self.model, pk=pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        context = {"row": row, "opts": self.opts, **self.tell(request, row)}
        return render(request, self.time_template, {**self.admin_site.each_context(request), **context})

    def tell(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        raise NotImplementedError


class PersonTimeline(TimelineAdmin):
    page = "timeline"

    def tell(self, request: HttpRequest, row: Person) -> dict[str, Any]:
        return {"title": _("Timeline"), "timeline": Timeline.of_person(row, ministry_today()), "is_of_a_person": True}


class PostTimeline(TimelineAdmin):
    page = "timeline"

    def tell(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        form, day = DayForm.asked(request)
        told = {
            "title": _("Timeline"),
            "timeline": Timeline.of_post(row, ministry_today()),
            "titles": titles_of(row),
            "gaps": title_gaps(row),
            "form": form,
            "day": day,
        }
        if day is not None:
            held = Appointment.objects.on(day).filter(position=row).select_related("person", "position")
            told |= {"holders": held.prefetch_related("position__titles"), "called": title_on_each(row, day)}
        return told


class HoldersOfTheDay(TimelineAdmin):
    page = "holders"
    time_template = "desk/registry/holders.html"

    def tell(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        form, day = DayForm.asked(request)
        posts = holders_on(row, day) if day else []
        return {"title": _("Who held which post"), "form": form, "day": day, "posts": posts}
