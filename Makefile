# The only two commands of the set-up; each installs what is missing first, and nothing the second time.
#   make demo                              the wall on a simulated city
#   make demo ARGS='--screenshot a.png'    options for `citywall demo`
#   make test                              every check and every test
#   make test ARGS='tests/video -x'        options for pytest
.PHONY: demo test clean

demo:
	@installer/set_up demo
	@.venv/bin/citywall demo $(ARGS)

test:
	@installer/set_up test
	@installer/check $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
