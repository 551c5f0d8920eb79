"""What the world may read: models over the views `published_*` of the database, and nothing else."""

from comunicados.public.models.appearance import Appearance
from comunicados.public.models.as_json import PublishedRelated, PublishedWhole
from comunicados.public.models.files import ConcealedFile, File
from comunicados.public.models.publication import (
    Address,
    Concealment,
    Publication,
    PublicationTopic,
    Version,
)
from comunicados.public.models.registry import (
    Appointment,
    MergedPerson,
    MergedPosition,
    Organization,
    Person,
    Position,
    PositionTitle,
)
from comunicados.public.models.site_page import SitePage
from comunicados.public.models.whole import PageText, WholeAppearance, WholeText
from comunicados.public.models.words import Kind, Silence, Topic

__all__ = [
    "Address",
    "Appearance",
    "Appointment",
    "ConcealedFile",
    "Concealment",
    "File",
    "Kind",
    "MergedPerson",
    "MergedPosition",
    "Organization",
    "PageText",
    "Person",
    "Position",
    "PositionTitle",
    "Publication",
    "PublicationTopic",
    "PublishedRelated",
    "PublishedWhole",
    "Silence",
    "SitePage",
    "Topic",
    "Version",
    "WholeAppearance",
    "WholeText",
]
