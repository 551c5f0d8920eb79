"""The addresses of previews, in the words of each language; robots.txt says nothing of them."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from comunicados.preview.views import PreviewPage


class Token(StringConverter):
    regex = "[A-Za-z0-9_-]{43}"  # what secrets.token_urlsafe makes of 32 bytes


register_converter(Token, "token")

urlpatterns = [
    path("vista-previa/<token:token>/", PreviewPage.as_view(), name="preview-es"),
    path("en/preview/<token:token>/", PreviewPage.as_view(), name="preview-en"),
]
