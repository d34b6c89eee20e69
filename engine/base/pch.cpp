// Only here so that the shared precompiled header has a translation unit to be built with.
