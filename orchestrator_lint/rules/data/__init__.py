"""Where data comes from, on what ground it is used, and which way it takes."""
