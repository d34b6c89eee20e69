# `make run` serves the demonstration desk, `make test` runs every test; both set a bare Debian 12
# up first. `make` alone builds.
# How to build: `dev` compiles file by file, so that one changed file is seconds; `ci` compiles
# several files as one, which halves a build from nothing.
PRESET ?= dev

.PHONY: all run test build setup-run setup-test setup-audit bench bench-feelin audit client clean

all: build

build/build.ninja: CMakeLists.txt
	cmake --preset $(PRESET)

build: build/build.ninja
	cmake --build --preset $(PRESET)

setup-run:
	bash .ci/setup.sh run

setup-test:
	bash .ci/setup.sh test

setup-audit:
	bash .ci/setup.sh audit

run: setup-run
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET) --target guichet
	build/guichet serve examples/pays-de-figeac --demo

test: setup-test
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET)
	bash tests/run.sh build

# Microbenchmarks; BENCH='--benchmark_filter=decide' picks some. Then the commands that measure.
bench: build
	build/bench/guichet_bench $(BENCH)
	build/guichet bench route examples/pays-de-figeac
	@if [ -d ../shared/bench ]; then bash tests/bench/run.sh build ../shared/bench; fi

# rules/feel against @bpmn-io/feelin over the expressions of the OMG's kit.
bench-feelin: build
	bash tests/bench/feelin/run.sh build $(or $(TCK),../shared/tck)

# Long, and apart from `make test`: sanitizers, fuzzing (FUZZ_SECONDS a target), long comparisons.
audit: setup-audit
	bash tests/fuzz/audit.sh

# The API's client in TypeScript for partners' own tools: build/client/guichet-client-*.tgz.
client: build
	bash adapters/web/client/pack.sh build

clean:
	rm -rf build build-asan build-fuzz build-release
