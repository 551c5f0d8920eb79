"""The pages of the public site: thin views, each of a few lines."""
