"""What a person with a preview link reads: a frozen copy, set as the public page will set it. See docs/adr/0014."""
