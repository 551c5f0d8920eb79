"""The registry's pages of time: who held a post on a day, its timeline, its titles."""

import datetime as dt

import pytest

from tests import factories as make
from tests.desk.test_registry import messages, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabriel(user):
    return user("gabriel", "registrar")


@pytest.fixture
def post(clock):
    held = make.appointment(starts_on=dt.date(2023, 7, 1), ends_on=dt.date(2024, 10, 1))
    return held.position


@pytest.mark.parametrize(
    ("asked", "holders"),
    [("", 1), ("?on=", 1), ("?on=2023-06-30", 0), ("?on=2024-09-30", 1), ("?on=2024-10-01", 0)],
)
def test_post_tells_who_held_it_on_a_day(desk, diego, post, asked, holders):
    page = desk(diego).get(f"/admin/personas/position/{post.pk}/timeline/{asked}")

    assert len(page.context["holders"]) == holders


@pytest.mark.parametrize("typed", ["ayer", "2024-02-30", "9" * 400])
@pytest.mark.parametrize("page", ["position/{0}/timeline", "organization/{1}/holders"])
def test_day_that_cannot_be_read_is_told_and_stays_typed(desk, diego, post, page, typed):
    path = page.format(post.pk, post.organization_id)
    response = desk(diego).get(f"/admin/personas/{path}/", {"on": typed})

    assert (response.status_code, response.context["form"]["on"].value()) == (200, typed)
    assert "on" in response.context["form"].errors


def test_holders_of_an_organization_ask_the_database_as_often_with_three_posts(desk, diego, post):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = desk(diego), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            page = client.get(f"/admin/personas/organization/{post.organization_id}/holders/?on=2024-01-15")
        counts.append(len(captured))
        for name in ("Juan Ramón de la Fuente", "Marcelo Ebrard"):
            make.appointment(make.person(name), make.position(organization=post.organization))
    assert counts[0] == counts[1]
    assert len(page.context["posts"]) == 3


def test_renamed_post_keeps_both_titles_and_is_warned_of_what_is_missing(desk, gabriel, post):
    title = post.titles.get()
    sent = {"organization": post.organization_id, "name_es": "Secretario", "rank": 10}
    given = rows("titles", {"id": title.pk, "masculine_es": title.masculine_es, "title_en": title.title_en})
    given |= rows("titles", {}, {"masculine_es": "canciller", "starts_on": "2024-02-01"}) | {
        "titles-0-id": title.pk,
        "titles-0-masculine_es": title.masculine_es,
        "titles-0-title_en": title.title_en,
        "titles-INITIAL_FORMS": 1,
    }
    response = desk(gabriel).post(f"/admin/personas/position/{post.pk}/change/", sent | given, follow=True)

    assert [post.title_on(day, "es") for day in (dt.date(2024, 1, 31), dt.date(2024, 2, 1))] == [
        "secretario de Relaciones Exteriores",
        "canciller",
    ]
    assert messages(response)[0] == "From Feb. 1, 2024 on the post has no title in English."
