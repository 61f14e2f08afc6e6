"""The room that begins: texts of a governance repository, and drafts in policies that exist."""
