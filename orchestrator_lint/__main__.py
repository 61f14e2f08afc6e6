"""`python -m orchestrator_lint` is `orchestrator-lint`."""

from orchestrator_lint.cli import main

main()
