"""How it is said: words that bind nobody."""
