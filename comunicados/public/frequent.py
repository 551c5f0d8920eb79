"""Who appears most often in the newest texts of a list."""

from django.db.models import Count, Prefetch, QuerySet

from comunicados.public.models import Appearance, Appointment, Person
from comunicados.public.models.appearance import AppearanceQuerySet
from comunicados.public.models.publication import PublishedQuerySet

COMPARED = 1_000  # of a list, its newest texts
SHOWN = 12


def with_posts(people: QuerySet[Person], language: str) -> QuerySet[Person]:
    """Each with the posts that they held, the newest first, by the titles that they bore."""
    posts = Appointment.objects.select_related("position")
    posts = posts.annotate(title_borne=Appearance.objects.title_borne(language))
    return people.prefetch_related(Prefetch("appointments", posts))


def most_frequent(appearances: AppearanceQuerySet, texts: PublishedQuerySet, language: str) -> list[Person]:
    """Those whose appearances these are, each with the `number` of texts that they are in."""
    newest = texts.newest_first()[:COMPARED].values("pk")
    counted = (
        appearances.filter(publication__in=newest, named_person__isnull=False)
        .order_by()
        .values_list("person")
        .annotate(number=Count("publication", distinct=True))
        .order_by("-number", "person")
    )
    numbers = dict(counted[:SHOWN])
    people = list(with_posts(Person.objects.filter(pk__in=numbers), language))
    for person in people:
        person.number = numbers[person.pk]
    return sorted(people, key=lambda person: -person.number)
