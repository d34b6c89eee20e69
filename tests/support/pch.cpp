// Only here so that the tests share one precompiled Catch2 header.
