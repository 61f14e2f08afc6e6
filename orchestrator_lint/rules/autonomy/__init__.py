"""How far the machine goes, what it may weigh, and what people bring that it cannot."""
