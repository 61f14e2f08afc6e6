"""What people can do who must live with a decision: contest it, and be answered."""
