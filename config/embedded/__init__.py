"""Django's PostgreSQL backend on the server that comes as a wheel: nothing to install, nothing to start."""
