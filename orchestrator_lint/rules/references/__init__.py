"""Whether every name stands for one thing that exists."""
