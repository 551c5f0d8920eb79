"""Bringing a text in: the page that takes it, the page on which its doubts are settled, the original that is kept."""
