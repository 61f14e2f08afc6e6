"""Who answers: one person for every decision, never a machine, a mailbox or a crowd."""
