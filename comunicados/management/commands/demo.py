"""`manage.py demo`: set up the database, load the demonstration once, serve it until Ctrl-C."""

import os
import signal
import subprocess
import sys
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from comunicados import kinds
from comunicados.demonstration import loader
from personas import states

# The ministry of the demonstration, unless the environment names another.
MINISTRY = {
    "MINISTRY_NAME_ES": "Secretaría de Relaciones Exteriores",
    "MINISTRY_NAME_EN": "Ministry of Foreign Affairs",
}


class Command(BaseCommand):
    help = "Set up the database, load the demonstration (once), serve it on 127.0.0.1 until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        states.load()
        kinds.load()
        fresh = loader.load()
        call_command("collectstatic", interactive=False, verbosity=0)
        self._tell(port, fresh)
        self._serve(port)

    def _tell(self, port: int, fresh: bool) -> None:
        here = f"http://127.0.0.1:{port}"
        sign_ins = "\n".join(f"    {name:<12} {role}" for name, (_, role) in loader.SIGN_INS.items())
        loaded = "loaded" if fresh else "kept as it was"
        self.stdout.write(f"""
The demonstration is {loaded}.

    {here}/comunicados/        the public site, in Spanish
    {here}/en/communiques/     and in English
    {here}/admin/              the desk

Sign in at the desk with the password “{loader.PASSWORD}”:

{sign_ins}
    {"admin":<12} everything

Ctrl-C stops the site, its worker and its database; the data stay for the next time.
""")
        self.stdout.flush()

    def _serve(self, port: int) -> None:
        """Run the web server and a worker as children: this process holds the database until both have ended."""
        options = [f"--bind=127.0.0.1:{port}", "--workers=2", "--threads=4", "--log-level=warning"]
        here = {"SITE_URL": f"http://127.0.0.1:{port}"}  # PDFs name the address of their text
        server = _start("-m", "gunicorn", "config.wsgi", *options, **here)
        worker = _start(sys.argv[0], "procrastinate", "worker", **here)

        def stop(signum: int, frame: FrameType | None) -> None:
            server.send_signal(signal.SIGTERM)

        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, stop)
        failed = server.wait()
        worker.send_signal(signal.SIGTERM)
        worker.wait()
        if failed:
            sys.exit(failed)


def _start(*arguments: str, **settings: str) -> "subprocess.Popen[bytes]":
    """In a group of its own: Ctrl-C reaches the command alone, which passes it on once."""
    return subprocess.Popen([sys.executable, *arguments], env=MINISTRY | settings | os.environ, process_group=0)  # noqa: S603
