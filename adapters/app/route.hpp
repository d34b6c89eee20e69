// Routing of a case that does not exist: the fields of an intake in, the convention's choice out.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "rules/feel/value.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::app {

enum class RouteFormat { json, text };

// `kase` is a context of intake's fields (or a CSV's columns); a number may be a bracket,
// {"min":10,"max":19} or "[10..19]". As JSON, {"needs":[{"theme":..,"chosen":[..]},..]}; as text, a
// paragraph for each need. `by` chooses instead of the convention that each need's path names.
// `doubts` takes what the answer does not show: a theme that is missing, a code that nobody knows.
std::expected<std::string, std::vector<base::Message>> route(
    const bundle::Desk& desk, const feel::Stored& kase, bool explained, base::Language language,
    RouteFormat format = RouteFormat::json, const convention::Convention* by = nullptr,
    std::vector<base::Message>* doubts = nullptr);
// Cases spread over the desk's own themes, communes and codes, the same ones each time.
std::vector<feel::Stored> sample_cases(const bundle::Desk& desk, int count);

}  // namespace guichet::app
