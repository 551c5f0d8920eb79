"""What every template may say of the ministry."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def ministry(request: HttpRequest) -> dict[str, str]:
    return {"ministry_name": settings.MINISTRY_NAME[get_language() or settings.LANGUAGE_CODE]}
