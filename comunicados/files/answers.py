"""A file as an HTTP answer: its own kind and no other, no script in it, nothing of the site around it."""

from pathlib import PurePath

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from comunicados.files import store
from comunicados.files.kinds import IMAGES, WEBP

POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def answer(request: HttpRequest, digest: str, media_type: str, name: str, width: int = 0) -> HttpResponseBase:
    """The file of that digest, or the size of that width that was made of it; 304 for whoever holds it.

    The bytes of an address never change, so the ETag is the digest. Whether the world may have them at all is
    asked before.
    """
    etag = f'"{digest}{f"-{width}" if width else ""}"'
    response = get_conditional_response(request, etag=etag) or _whole(digest, media_type, name, width)
    response["ETag"] = etag
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _whole(digest: str, media_type: str, name: str, width: int) -> HttpResponseBase:
    """Images are shown, everything else is saved to disk: no viewer runs within the site."""
    return FileResponse(
        store.open_at(store.place_of(digest, width)),
        content_type=WEBP if width else media_type,
        as_attachment=media_type not in IMAGES,
        filename=f"{PurePath(name).stem}.webp" if width else name,
    )
