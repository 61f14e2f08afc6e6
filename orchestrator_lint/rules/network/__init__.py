"""What only the whole shows: bottlenecks, circles, chains of machines."""
