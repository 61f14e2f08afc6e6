"""What decisions are for, and by which principles people weigh."""
