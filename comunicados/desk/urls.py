"""The desk's own pages beside the admin's: one thin view per verb."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
