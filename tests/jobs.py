"""The jobs that wait, done in the test's own transaction and thread."""

from typing import Any

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def waiting(task: str) -> list[dict[str, Any]]:
    """The arguments of the jobs that wait for a worker."""
    return list(
        ProcrastinateJob.objects.filter(task_name=task, status="todo").order_by("id").values_list("args", flat=True)
    )


def work() -> None:
    """Do every job that waits, as a worker would; it goes on waiting, for at least once may be twice."""
    for job in ProcrastinateJob.objects.filter(status="todo").order_by("id"):
        app.tasks[job.task_name](**job.args)
