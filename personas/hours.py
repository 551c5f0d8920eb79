"""Limits of what can be typed as a moment."""

import datetime as dt

LAST_HOUR = dt.datetime(9998, 12, 31, tzinfo=dt.UTC)  # Python cannot read back a later one
