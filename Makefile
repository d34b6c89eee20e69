# `make run` serves the demonstration desk, `make test` runs every test; both set a bare Debian 12
# up first. `make` alone builds.
.PHONY: all run test build setup-run setup-test bench clean

all: build

build/build.ninja: CMakeLists.txt
	cmake --preset dev

build: build/build.ninja
	cmake --build --preset dev

setup-run:
	bash .ci/setup.sh run

setup-test:
	bash .ci/setup.sh test

run: setup-run
	cmake --preset dev
	cmake --build --preset dev --target guichet
	build/guichet serve examples/pays-de-figeac --demo

test: setup-test
	cmake --preset dev
	cmake --build --preset dev
	bash tests/run.sh build

bench: build
	build/guichet bench route examples/pays-de-figeac

clean:
	rm -rf build build-asan build-release
