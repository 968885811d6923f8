"""One file for each make, with nothing in it but the names of its habits."""
