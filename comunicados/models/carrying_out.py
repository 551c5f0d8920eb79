"""Carrying an erasure out: under its confirmation, in its transaction. What goes is said in loss.py.

The triggers let exactly these statements pass (`is_erasure_of`): the rows that ErasedText names, the words alone, to
these values.
"""

from typing import TYPE_CHECKING

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Case, F, Func, JSONField, TextField, Value, When

from comunicados.document import FILE_WORDS, TEXT_FIELDS, WORDS, digest, page
from comunicados.enums import Status
from comunicados.models.attachment import Attachment
from comunicados.models.communique import Communique
from comunicados.models.concealment import Concealment
from comunicados.models.erased_text import ErasedText
from comunicados.models.loss import Loss
from comunicados.models.participation import Participation
from comunicados.models.publication import Appearance, Publication
from comunicados.models.publication_file import PublicationFile
from comunicados.models.publication_pdf import PublicationPdf
from comunicados.models.remark import Remark
from comunicados.models.review import Review
from comunicados.models.revision import Revision
from comunicados.models.source_file import SourceFile
from comunicados.permissions import User
from personas.clock import ministry_now

if TYPE_CHECKING:
    from comunicados.models.erasure import Erasure

GONE = "[…]"  # instead of words of colleagues, and of a note that the public was told


def carry_out(loss: Loss, *, by: User) -> None:
    erasure = loss.erasure
    _conceal(erasure, loss.publications, by)
    _keep_digests(loss)
    _blank_publications(loss)
    PublicationPdf.objects.ask_to_destroy(loss.publications)
    language = erasure.version.language
    blank = Func(F("document"), Value(language), function="erased_document", output_field=JSONField())
    Revision.objects.filter(pk__in=_keys(loss.revisions)).update(document=blank)
    Revision.objects.filter(pk__in=_keys(loss.notes)).update(note=GONE)
    Review.objects.filter(pk__in=_keys(loss.reviews)).update(note=GONE)
    Remark.objects.filter(pk__in=_keys(loss.remarks)).update(text=GONE)
    _blank_originals(loss.originals)
    _blank_what_nobody_reads(erasure.version.communique)


def _conceal(erasure: "Erasure", publications: list[Publication], by: User) -> None:
    """Each version that was ever public answers 410 with the reason, from the same moment on."""
    reasons = {"reason_es": erasure.reason_es, "reason_en": erasure.reason_en}
    for publication in publications:
        if publication.cancelled_at is None:
            Concealment.objects.create(
                communique=erasure.version.communique,
                language=erasure.version.language,
                publication=publication,
                made_by=by,
                made_at=ministry_now(),
                **reasons,
            )


def _keep_digests(loss: Loss) -> None:
    language = loss.erasure.version.language
    revisions = {revision.pk: revision for revision in (*loss.revisions, *loss.notes)}
    rows = [
        *({"publication": one, "digest": one.digest} for one in loss.publications),
        *({"revision": one, "digest": digest(page(one.document, language))} for one in revisions.values()),
        *({"review": one, "digest": digest(one.note)} for one in loss.reviews),
        *({"remark": one, "digest": digest(one.text)} for one in loss.remarks),
        *({"source_file": one, "digest": one.digest} for one in loss.originals),
    ]
    ErasedText.objects.bulk_create(ErasedText(erasure=loss.erasure, **row) for row in rows)


def _blank_publications(loss: Loss) -> None:
    note = Case(
        When(pk__in=_keys(loss.reasons), then=Value(GONE)),
        When(status=Status.WITHDRAWN, then=F("note")),  # a reason to withdraw is no part of the text
        When(note="", then=F("note")),
        default=Value(GONE),
        output_field=TextField(),
    )
    publications = Publication.objects.filter(pk__in=_keys(loss.publications))
    publications.update(headline="", subheadline="", place="", body="", note=note)
    links = dict.fromkeys(("person", "appointment", "position", "organization", "delegation"))
    words = dict.fromkeys(("name", "title", "organization_words", "courtesy"), "")
    Appearance.objects.filter(publication__in=_keys(loss.publications)).update(**links, **words)
    listed = PublicationFile.objects.filter(publication__in=_keys(loss.publications))
    listed.update(caption="", alternative="", credit="", portrait_of=None)


def _blank_originals(files: list[SourceFile]) -> None:
    """Their bytes and all that was made of them; and the same file where somebody brought it in anew just now."""
    SourceFile.objects.filter(pk__in=_keys(files)).update(data=b"", name="", reading={}, doubts=[])
    SourceFile.objects.waiting().filter(digest__in=[file.digest for file in files]).delete()


def _blank_what_nobody_reads(communique: Communique) -> None:
    """The columns without a language hold whatever language was active last; Django's log, headlines of then."""
    with connection.cursor() as cursor:
        for model, fields, key in (
            (Communique, TEXT_FIELDS, "id"),
            (Participation, WORDS, "communique_id"),
            (Attachment, FILE_WORDS, "communique_id"),
        ):
            columns = ", ".join(f"{field} = ''" for field in fields)
            table = model._meta.db_table
            cursor.execute(f"UPDATE {table} SET {columns} WHERE {key} = %s", [communique.pk])  # noqa: S608
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Communique), object_id=str(communique.pk)
    )
    logged.update(object_repr=GONE, change_message="")


def _keys(rows: list) -> list[int]:
    return [row.pk for row in rows]
