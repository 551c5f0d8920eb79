"""What no log may hold: the token in the address of a preview, which is its only key."""

import logging
import re

TOKEN = re.compile(r"((?:vista-previa|en/preview)/)[\w-]+")


class HideTokens(logging.Filter):
    """Django logs the address of what was not found, not allowed, or failed."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = TOKEN.sub(r"\1…", record.getMessage()), ()
        return True
