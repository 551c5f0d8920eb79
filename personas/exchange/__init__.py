"""The registry as CSV files: written, and read back with a dry run."""
