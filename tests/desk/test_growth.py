"""A desk with many communiqués and revisions asks the database as often as a small one (see `make desk-growth`)."""

from tests.desk.growth import MOST, Grown, measure


def test_every_page_asks_as_often_with_many_as_with_few(db):
    grown = Grown()
    grown.to(15)
    few = measure(grown, grown.subject(revisions=5))
    grown.to(75)
    many = measure(grown, grown.subject(revisions=500))

    assert grown.faults(20) == []
    assert {name: page.queries for name, page in many.items()} == {name: page.queries for name, page in few.items()}
    assert {name for name, page in many.items() if page.queries >= MOST} == set()
