# demarche: `make run` shows what it does, `make test` checks that it still does it.
export CGO_ENABLED = 0
GO ?= go

.PHONY: run test bench lint build race fuzz

build: ## the binary, ./demarche
	$(GO) build -trimpath -o demarche ./cmd/demarche

run: build ## code the samples, write their records to out/, print a dossier for each
	mkdir -p out
	./demarche code --samples -o out/samples.jsonl
	./demarche show out/samples.jsonl

test: ## all tests
	$(GO) test ./...

bench: ## speed and allocations
	$(GO) test -run '^$$' -bench . -benchmem ./...

lint: ## gofmt, vet, staticcheck, govulncheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@$(GO) tool govulncheck ./... || { s=$$?; test $$s -eq 3 && exit 3; echo "govulncheck did not run: its database (vuln.go.dev) cannot be reached from here"; }

race: ## the tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -short ./...

FUZZTIME ?= 5m
fuzz: ## every fuzz target for FUZZTIME
	@for t in $$(grep -rl '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u); do \
	  for f in $$(grep -rhoE '^func Fuzz[A-Za-z0-9]*' $$t/*_test.go | sed 's/func //' | sort -u); do \
	    echo "$$t $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$t || exit 1; \
	  done; done
