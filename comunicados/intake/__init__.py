"""From a text brought in, in whatever form, to the facts of a communiqué, with a report of every doubt."""
