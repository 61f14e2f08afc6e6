"""The areas of Annex III of the AI Act, in the words of the language."""

ANNEX_III = frozenset(
    (
        "remote-biometric-identification",
        "biometric-categorisation",
        "emotion-recognition",
        "critical-infrastructure",
        "education",
        "employment",
        "public-benefits",
        "credit-scoring",
        "insurance-pricing",
        "emergency-dispatch",
        "law-enforcement",
        "migration",
        "justice",
        "elections",
    )
)

# Art. 27(1) and 49(3): what public bodies assess and register is all of Annex III but its point 2
FOR_PUBLIC_BODIES = ANNEX_III - {"critical-infrastructure"}

# Art. 27(1): points 5(b) and (c), whoever the deployer is
FOR_EVERYONE = frozenset(("credit-scoring", "insurance-pricing"))
