"""The desk's own pages beside the admin's: the history, and one thin view per verb."""

from django.contrib import admin
from django.urls import URLPattern, path

from comunicados.desk import history, views

COMMUNIQUE = "comunicados/communique/<int:pk>"

urlpatterns: list[URLPattern] = [
    path(f"{COMMUNIQUE}/history/compare/", admin.site.admin_view(history.compare), name="desk-compare"),
    path(f"{COMMUNIQUE}/history/<int:ordinal>/", admin.site.admin_view(history.revision), name="desk-revision"),
    path(f"{COMMUNIQUE}/history/<int:ordinal>/restore/", admin.site.admin_view(history.restore), name="desk-restore"),
    path(
        f"{COMMUNIQUE}/void-number/",
        admin.site.admin_view(views.VoidNumber.as_view()),
        name="desk-void-number",
    ),
    path(
        f"{COMMUNIQUE}/<str:language>/<str:verb>/",
        admin.site.admin_view(views.language_verb),
        name="desk-verb",
    ),
]
