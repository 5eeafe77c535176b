# demarche: `make run` shows what it does, `make test` checks that it still does it.
export CGO_ENABLED = 0
GO ?= go

.PHONY: accurate run test bench lint build race fuzz arm64 pages serve browser schemathesis

build: ## the binary, ./demarche
	$(GO) build -trimpath -o demarche ./cmd/demarche

run: build ## code the samples, write their records to out/, print a dossier for each
	mkdir -p out
	./demarche code --samples -o out/samples.jsonl
	./demarche show out/samples.jsonl

pages: web/node_modules ## the pages of demarche serve, into internal/web/dist/pages (needs Node 20.19 or later)
	cd web && npm run build

serve: pages build ## build all, serve on this machine, open the page
	./demarche serve --open

web/node_modules: web/package-lock.json
	@command -v npm >/dev/null || { echo 'the pages need Node and npm (https://nodejs.org); the API works without them'; exit 1; }
	cd web && npm ci --no-audit --no-fund
	@touch $@

test: browser ## all tests
	$(GO) test ./...
	@test -d ../shared/data || echo '*** NOT MEASURED: trees, names and attributions, for there is no ../shared/data beside this repository'

CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
browser: ## the tests of the pages: types, units, and in a browser
ifeq ($(and $(shell command -v npm),$(CHROMIUM)),)
	@echo '*** SKIPPED: the pages were not tested, for there is no Node or no Chromium here (Debian: apt-get install nodejs npm chromium)'
else
	$(MAKE) pages build
	cd web && npm run check && npm run unit && CHROMIUM=$(CHROMIUM) npm run browser
endif

bench: ## speed and allocations
	$(GO) test -run '^$$' -bench . -benchmem ./...

lint: ## gofmt, vet, staticcheck, govulncheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@$(GO) tool govulncheck ./... || { s=$$?; test $$s -eq 3 && exit 3; echo "govulncheck did not run: its database (vuln.go.dev) cannot be reached from here"; }

race: ## the tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -short ./...

accurate: ## train the accurate model, train/work/full/accurate.dmm, for --model (Python; about 45 minutes; see train/README.md)
	train/run.sh --accurate

FUZZTIME ?= 5m
fuzz: ## every fuzz target for FUZZTIME
	@for t in $$(grep -rl '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u); do \
	  for f in $$(grep -rhoE '^func Fuzz[A-Za-z0-9]*' $$t/*_test.go | sed 's/func //' | sort -u); do \
	    echo "$$t $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$t || exit 1; \
	  done; done

SCHEMATHESIS ?= schemathesis
SCHEMATHESIS_AT ?= 127.0.0.1:8187
schemathesis: build ## requests of all kinds, made from the API's document, against a server of its own (Python: pip install schemathesis)
ifeq ($(shell command -v $(SCHEMATHESIS) 2>/dev/null),)
	@echo '*** SKIPPED: the API was not tried, for there is no $(SCHEMATHESIS) here (Python: pip install schemathesis)'
else
	./demarche serve --listen $(SCHEMATHESIS_AT) & server=$$!; trap "kill $$server" EXIT; \
	  $(SCHEMATHESIS) run http://$(SCHEMATHESIS_AT)/api/v1/openapi.json --wait-for-schema 30 --checks all --mode all --max-examples 200
endif

# Programs for arm64 run in user-mode emulation, on a processor that has every extension and on one without SDOT.
QEMU ?= qemu-aarch64
TEXT ?= --samples
arm64: build $(filter out/gmb.jsonl,$(TEXT)) ## the kernels' tests, fused arithmetic and the trees of TEXT as on arm64 (needs qemu-user)
ifeq ($(shell command -v $(QEMU) 2>/dev/null),)
	@echo '*** SKIPPED: nothing was tried on arm64, for there is no $(QEMU) here (Debian: apt-get install qemu-user)'
else
	GOARCH=arm64 $(GO) test -count 1 -exec '$(QEMU) -cpu cortex-a57' ./internal/encoder/kernel
	GOARCH=arm64 $(GO) test -count 1 -exec '$(QEMU) -cpu max' ./internal/encoder/kernel ./internal/places
	mkdir -p out
	GOARCH=arm64 $(GO) build -trimpath -o out/demarche-arm64 ./cmd/demarche
	$(GO) tool objdump -s '^(main\.|example.org/demarche)' out/demarche-arm64 >out/arm64.asm
	test -s out/arm64.asm && ! grep -E '\bFN?M(ADD|SUB)[DS]\b' out/arm64.asm
	./demarche parse $(TEXT) >out/here.conllu
	$(QEMU) -cpu max out/demarche-arm64 parse --kernel arm64 $(TEXT) >out/arm64.conllu
	sha256sum out/here.conllu out/arm64.conllu
	cmp out/here.conllu out/arm64.conllu
endif

GMB ?= ../shared/data/gmb/train.tsv.gz
out/gmb.jsonl: $(GMB) ## the first 1,000 sentences of gmb, each an article of its own
	mkdir -p out
	zcat $< | awk -F'\t' '\
	  NF { s = s (s == "" ? "" : " ") $$1 } \
	  !NF && s != "" { gsub(/["\\]/, "\\\\&", s); printf "{\"id\": \"%d\", \"text\": \"%s\"}\n", ++n, s; s = "" } \
	  n == 1000 { exit }' >$@
