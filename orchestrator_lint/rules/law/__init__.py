"""What the law asks first: the class of the system, the assessments, the records, and who must know."""
