"""The desk's own pages beside the admin's: one thin view per verb."""

from django.contrib import admin
from django.urls import URLPattern, path

from comunicados.desk import views

COMMUNIQUE = "comunicados/communique/<int:pk>"

urlpatterns: list[URLPattern] = [
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
