# `make` lists what there is. Two commands do for most days: `make serve` and `make test`.

GO        ?= go
ARGS      ?=
TESTFLAGS ?=
FUZZTIME  ?= 10s
BENCH_DIR ?= ../shared/bench
RUNS      ?= 5
N         ?= 1000 10000

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
ACTIONLINT  := github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
VULNDB      := https://vuln.go.dev
GOFILES     := cmd internal templates

.DEFAULT_GOAL := help
.PHONY: help build serve check test race fuzz bench lint golden clean shots vuln browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile
	@echo "Options of the command: ARGS='--lang en'. Others: TESTFLAGS, FUZZTIME, BENCH_DIR, RUNS, N."

build: ## build the portal in content/ into public/
	$(GO) run ./cmd/bangvang build $(ARGS)

serve: ## preview the portal in the browser, following every save
	$(GO) run ./cmd/bangvang serve $(ARGS)

check: ## print everything that is wrong in content/, write nothing
	$(GO) run ./cmd/bangvang check $(ARGS)

test: browser ## run all tests; as root or where CI is set it installs Chromium first
	$(GO) test -timeout 20m $(TESTFLAGS) ./...

race: ## run the tests with the race detector (needs a C compiler)
	$(GO) test -race -timeout 40m $(TESTFLAGS) ./...

fuzz: ## run each fuzz target for FUZZTIME
	@grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' $(GOFILES) | sed 's|/[^/]*:func | |' | \
	while read -r dir name; do \
		echo "$$dir $$name"; \
		$(GO) test "./$$dir" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
	done

bench: ## time builds and saves on N articles beside Hugo's (needs python3 and the folder BENCH_DIR)
	$(GO) run ./internal/bench -dir "$(BENCH_DIR)" -runs $(RUNS) $(N)

lint: ## check format, vet, staticcheck, and that it builds for Windows and macOS
	@bad=$$(gofmt -l $(GOFILES)); [ -z "$$bad" ] || { echo "not formatted: $$bad"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) run $(ACTIONLINT) .github/workflows/*.yml internal/scaffold/site/.github/workflows/*.yml
	GOOS=windows GOARCH=amd64 $(GO) build -o /dev/null ./...
	GOOS=darwin GOARCH=arm64 $(GO) build -o /dev/null ./...

golden: ## write the expected results of golden tests anew; look at the difference before committing it
	@dirs=$$(grep -rl --include='*_test.go' 'flag.Bool("update"' $(GOFILES) | xargs -rn1 dirname | sort -u | sed 's|^|./|'); \
	[ -z "$$dirs" ] || $(GO) test $$dirs -update

shots: browser ## picture every kind of page at 320, 768 and 1280 px, light, dark and printed, into shots/
	$(GO) test ./internal/e2e -count=1 -run '^TestShots$$' -v -shots "$(CURDIR)/shots"

vuln: ## look for known vulnerabilities in what the program uses
	@if command -v curl >/dev/null && ! curl -sSf -o /dev/null --max-time 20 $(VULNDB)/index/db.json; then \
		echo "NOTHING WAS CHECKED: $(VULNDB), the database of vulnerabilities, cannot be reached from here."; \
	else \
		$(GO) run $(GOVULNCHECK) -db $(VULNDB) ./...; \
	fi

clean: ## remove what building and testing has left
	rm -rf bangvang bangvang.exe dist shots .public.bangvang*
	find public -mindepth 1 ! -name .gitkeep -delete

browser:
	@.ci/browser
