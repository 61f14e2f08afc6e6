# The commands of contributors; `just` lists them. They need the environment that the test command of the README makes.

bin := if os_family() == "windows" { ".venv/Scripts" } else { ".venv/bin" }

_list:
    @just --list --unsorted

# All that CI runs
check:
    bash .ci/run

# Run the tests, or those that the arguments name
test *arguments:
    {{ bin }}/python -m pytest {{ arguments }}

# Put code into its one form, and repair what can be repaired
fmt:
    {{ bin }}/ruff check --fix .
    {{ bin }}/ruff format .

# Lint, types and the contract on imports, without the tests
lint:
    {{ bin }}/ruff check .
    {{ bin }}/ruff format --check .
    {{ bin }}/mypy
    {{ bin }}/lint-imports

# Write the index of rules anew, after a rule was added, renamed or removed
index:
    {{ bin }}/python tools/rule_index.py

# Write generated pages anew, after the schema, a rule or a report changed
docs: index
    {{ bin }}/python tools/language_page.py
    {{ bin }}/python tools/rule_pages.py
    {{ bin }}/python tools/served_page.py
    {{ bin }}/python tools/documents_page.py
    {{ bin }}/python tools/readme.py
    {{ bin }}/python tools/reports_page.py

# Write the expected output of the cases anew; read what changed before you commit it
cases:
    {{ bin }}/python tools/cases.py

# Write the page on the US federal inventory anew, from its CSV file
register inventory:
    {{ bin }}/python tools/federal_page.py {{ quote(inventory) }}

# Lock versions and hashes of all that the tests need, for every platform (needs uv)
lock:
    uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links --upgrade --quiet \
        --custom-compile-command "just lock" --output-file requirements/test.txt
