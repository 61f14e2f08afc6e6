"""What brings the machine to a halt, and what holds without it."""
