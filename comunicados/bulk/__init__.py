"""A large archive, entered in bulk: the rows that the verbs would write, by COPY, under the same triggers."""
