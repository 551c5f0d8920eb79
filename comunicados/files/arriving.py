"""While a file arrives: what is larger than the limit is counted, and not kept anywhere."""

import re
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

OF_A_COMMUNIQUE = re.compile(
    r"attachments-\d+-upload"
)  # the field; other pages that take files have their own limits


class StopAtTheLimit(FileUploadHandler):
    """The first of the upload handlers: hands on no more than the limit, and the rest of the form arrives too.

    Of a file that was too large only name and size are left; `files.cleaning` refuses it by its size.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.is_over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        is_limited = OF_A_COMMUNIQUE.fullmatch(self.field_name) is not None
        self.is_over = is_limited and start + len(raw_data) > settings.FILES_MOST_BYTES
        return None if self.is_over else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The sign of a file that was too large; None leaves the others to the next handler."""
        if not self.is_over:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            if begun := getattr(handler, "file", None):
                begun.close()
        return UploadedFile(ContentFile(b""), self.file_name, self.content_type, file_size, self.charset)
