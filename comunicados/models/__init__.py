"""The path of a text: working copy, revision, review, publication."""

from comunicados.models.acknowledgement import Acknowledgement
from comunicados.models.address import Address
from comunicados.models.agreement import Agreement
from comunicados.models.attachment import Attachment
from comunicados.models.communique import Communique
from comunicados.models.concealment import Concealment
from comunicados.models.erased_text import ErasedText
from comunicados.models.erasure import Erasure, ErasureAnswer
from comunicados.models.kind import Kind, Topic
from comunicados.models.language_version import LanguageVersion
from comunicados.models.number import SeriesNumber
from comunicados.models.participation import Participation
from comunicados.models.past_discard import PastDiscard
from comunicados.models.presence import Presence
from comunicados.models.preview_link import PreviewLink
from comunicados.models.preview_visit import PreviewVisit
from comunicados.models.publication import Appearance, Publication
from comunicados.models.publication_file import PublicationFile
from comunicados.models.publication_pdf import PublicationPdf
from comunicados.models.remark import Mention, Remark
from comunicados.models.review import Confirmation, Review
from comunicados.models.revision import Revision
from comunicados.models.saved_search import SavedSearch
from comunicados.models.silence import Silence, SilencedKind
from comunicados.models.site_page import SitePageApproval, SitePageText
from comunicados.models.source_file import SourceFile
from comunicados.models.stock_reason import StockReason
from comunicados.models.stored_file import Rendition, StoredFile

__all__ = [
    "Acknowledgement",
    "Address",
    "Agreement",
    "Appearance",
    "Attachment",
    "Communique",
    "Concealment",
    "Confirmation",
    "ErasedText",
    "Erasure",
    "ErasureAnswer",
    "Kind",
    "LanguageVersion",
    "Mention",
    "Participation",
    "PastDiscard",
    "Presence",
    "PreviewLink",
    "PreviewVisit",
    "Publication",
    "PublicationFile",
    "PublicationPdf",
    "Remark",
    "Rendition",
    "Review",
    "Revision",
    "SavedSearch",
    "SeriesNumber",
    "Silence",
    "SilencedKind",
    "SitePageApproval",
    "SitePageText",
    "SourceFile",
    "StockReason",
    "StoredFile",
    "Topic",
]
