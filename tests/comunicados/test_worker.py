"""A real worker, for one pass: it takes the jobs that wait and is told of nothing else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from comunicados.files import store
from comunicados.models import StoredFile
from tests import uploads

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def no_jobs(transactional_db):
    """The queue is none of Django's tables: what other tests left in it is not cleared with theirs."""
    ProcrastinateJob.objects.all().delete()


def work() -> None:
    """In a thread of its own: a browser that other tests drive keeps an event loop in this one."""

    def once() -> None:
        try:
            with app.replace_connector(app.connector.get_worker_connector()) as of_a_worker:
                of_a_worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(once).result()


def test_worker_makes_the_sizes_of_an_image(no_jobs, ana):
    file = StoredFile.keep(uploads.jpeg((1000, 500)), by=ana)
    work()

    assert [size.width for size in file.renditions.all()] == [480, 960]
    assert ProcrastinateJob.objects.count() == 0


def test_job_that_fails_waits_to_be_tried_again(no_jobs, ana):
    file = StoredFile.keep(uploads.jpeg((1000, 500)), by=ana)
    store.storage().delete(store.place_of(file.digest))
    work()

    assert [(job.status, job.attempts) for job in ProcrastinateJob.objects.all()] == [("todo", 1)]
