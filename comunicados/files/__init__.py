"""Files as such: what is accepted and what is left of it, where the bytes are kept, how they are answered."""
