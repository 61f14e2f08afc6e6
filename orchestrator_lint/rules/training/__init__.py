"""Whether those who decide with machines, oversee them and lead have learnt what it takes."""
