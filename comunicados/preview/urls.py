"""The addresses of previews, in the words of each language; robots.txt says nothing of them.

The files of a copy are below its own path: where the world reads files they are not.
"""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from comunicados.preview.views import PreviewFile, PreviewPage

FOLDERS = {"es": ("vista-previa", "archivos"), "en": ("en/preview", "files")}


class Token(StringConverter):
    regex = "[A-Za-z0-9_-]{43}"  # what secrets.token_urlsafe makes of 32 bytes


register_converter(Token, "token")


def addresses(language: str, previews: str, files: str) -> list[URLPattern]:
    page = f"{previews}/<token:token>/"
    file = f"{page}{files}/<str:digest>/"
    return [
        path(page, PreviewPage.as_view(), name=f"preview-{language}"),
        path(f"{file}<str:name>", PreviewFile.as_view(), name=f"preview-file-{language}"),
        path(f"{file}<int:width>/<str:name>", PreviewFile.as_view(), name=f"preview-size-{language}"),
    ]


urlpatterns = [pattern for language, words in FOLDERS.items() for pattern in addresses(language, *words)]
