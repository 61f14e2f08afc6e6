"""Whether what was decided once is looked at again, and where each decision stands in its life."""
