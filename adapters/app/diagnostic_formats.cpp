#include "adapters/app/diagnostic_formats.hpp"

#include <fmt/format.h>

#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

std::string_view severity_of(const base::Diagnostic& diagnostic) {
  switch (diagnostic.severity) {
    case base::Severity::error:
      return "error";
    case base::Severity::warning:
      return "warning";
    case base::Severity::info:
      break;
  }
  return "note";
}

base::Place place_of(const base::Diagnostic& diagnostic) {
  return diagnostic.at.source ? diagnostic.at.source->place_of(diagnostic.at.offset)
                              : base::Place{};
}

std::string file_of(const base::Diagnostic& diagnostic) {
  return diagnostic.at.source ? diagnostic.at.source->name() : "";
}

std::string text_of(const base::Diagnostic& diagnostic, base::Language language) {
  std::string text = diagnostic.what.in(language);
  if (diagnostic.hint) text += " (" + diagnostic.hint->in(language) + ")";
  return text;
}

}  // namespace

std::string to_json(const base::Diagnostics& diagnostics, base::Language language) {
  std::string out = "[";
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    const base::Place place = place_of(each);
    out += fmt::format(
        R"({}{{"file":{},"line":{},"column":{},"severity":"{}","code":{},"text":{},"hint":{}}})",
        out.size() == 1 ? "" : ",", json::quote(file_of(each)), place.line, place.column,
        severity_of(each), json::quote(each.code()), json::quote(each.what.in(language)),
        each.hint ? json::quote(each.hint->in(language)) : "null");
  }
  return out + "]";
}

std::string to_sarif(const base::Diagnostics& diagnostics, base::Language language) {
  std::string results;
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    const base::Place place = place_of(each);
    results += fmt::format(
        R"({}{{"ruleId":{},"level":"{}","message":{{"text":{}}},"locations":[{{"physicalLocation":)"
        R"({{"artifactLocation":{{"uri":{}}},"region":{{"startLine":{},"startColumn":{}}}}}}}]}})",
        results.empty() ? "" : ",", json::quote(each.code()), severity_of(each),
        json::quote(text_of(each, language)), json::quote(file_of(each)), place.line, place.column);
  }
  return fmt::format(
      R"({{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)"
      R"({{"tool":{{"driver":{{"name":"guichet","rules":[]}}}},"results":[{}]}}]}})",
      results);
}

}  // namespace guichet::app
