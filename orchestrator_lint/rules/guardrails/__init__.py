"""The limits within which people and machines decide freely: there, measurable, with a consequence, and without contradiction."""
