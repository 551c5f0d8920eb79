"""A publication as a PDF: set by WeasyPrint, from what the publication says, before or after its hour."""

from comunicados.printing.making import make, why_not

__all__ = ["make", "why_not"]
