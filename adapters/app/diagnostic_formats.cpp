#include "adapters/app/diagnostic_formats.hpp"

#include <fmt/format.h>

#include <algorithm>

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

// Where a stretch begins and ends; its end lies after its last character.
struct Extent {
  base::Place begin, end;
};

Extent extent_of(const base::Location& at) {
  if (!at.source) return {};
  const auto size = static_cast<std::uint32_t>(at.source->text().size());
  const std::uint32_t begin = std::min(at.offset, size);
  const std::uint32_t end = std::min(at.offset + std::max(at.length, 1U), size);
  return {at.source->place_of(begin), at.source->place_of(end)};
}

std::string_view file_of(const base::Location& at) {
  return at.source ? std::string_view(at.source->name()) : std::string_view();
}

std::string json_place(const base::Location& at) {
  const Extent extent = extent_of(at);
  return fmt::format(R"("file":{},"line":{},"column":{},"end_line":{},"end_column":{})",
                     json::quote(file_of(at)), extent.begin.line, extent.begin.column,
                     extent.end.line, extent.end.column);
}

std::string json_related(const std::vector<base::Location>& places) {
  std::string out = "[";
  for (const base::Location& at : places) {
    out += fmt::format("{}{{{}}}", out.size() == 1 ? "" : ",", json_place(at));
  }
  return out + "]";
}

std::string text_of(const base::Diagnostic& diagnostic, base::Language language) {
  std::string text = diagnostic.what.in(language);
  if (diagnostic.hint) text += " (" + diagnostic.hint->in(language) + ")";
  return text;
}

// A path as a URI reference: what a URI may not hold is escaped, an absolute path names its scheme.
std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string sarif_location(const base::Location& at) {
  const Extent extent = extent_of(at);
  return fmt::format(
      R"({{"physicalLocation":{{"artifactLocation":{{"uri":{}}},"region":{{"startLine":{},)"
      R"("startColumn":{},"endLine":{},"endColumn":{}}}}}}})",
      json::quote(uri_of(file_of(at))), extent.begin.line, extent.begin.column, extent.end.line,
      extent.end.column);
}

std::string sarif_locations(const std::vector<base::Location>& places) {
  std::string out;
  for (const base::Location& at : places) {
    if (at.source) out += (out.empty() ? "" : ",") + sarif_location(at);
  }
  return "[" + out + "]";
}

// What the code says of any case: the sentence with what is particular to this one left open.
std::string rule_text(const base::Diagnostic& diagnostic, base::Language language) {
  std::string text = diagnostic.what.in(language);
  std::vector<std::string> particular = diagnostic.what.arguments();
  std::ranges::sort(particular, std::ranges::greater{}, &std::string::size);
  for (const std::string& word : particular) {
    if (word.empty()) continue;
    for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos;) {
      text.replace(at, word.size(), "…");
      at += std::string_view("…").size();
    }
  }
  constexpr std::string_view kTwice = "……";
  for (auto at = text.find(kTwice); at != std::string::npos; at = text.find(kTwice)) {
    text.erase(at, kTwice.size() / 2);
  }
  return text;
}

std::string sarif_result(const base::Diagnostic& each, std::size_t rule, base::Language language) {
  std::string out = fmt::format(
      R"({{"ruleId":{},"ruleIndex":{},"level":"{}","message":{{"text":{}}},"locations":{})",
      json::quote(each.code()), rule, severity_of(each), json::quote(text_of(each, language)),
      sarif_locations({each.at}));
  if (!each.related.empty()) out += ",\"relatedLocations\":" + sarif_locations(each.related);
  return out + "}";
}

}  // namespace

std::string to_json(const base::Diagnostics& diagnostics, base::Language language) {
  std::string out = "[";
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    out += fmt::format(R"({}{{{},"severity":"{}","code":{},"text":{},"hint":{},"related":{}}})",
                       out.size() == 1 ? "" : ",", json_place(each.at), severity_of(each),
                       json::quote(each.code()), json::quote(each.what.in(language)),
                       each.hint ? json::quote(each.hint->in(language)) : "null",
                       json_related(each.related));
  }
  return out + "]";
}

std::string to_sarif(const base::Diagnostics& diagnostics, base::Language language) {
  std::string results, rules;
  std::vector<std::string_view> codes;
  const auto sorted = diagnostics.sorted();
  for (const base::Diagnostic& each : sorted) {
    const auto known = std::ranges::find(codes, each.code());
    const auto rule = static_cast<std::size_t>(known - codes.begin());
    if (known == codes.end()) {
      rules +=
          fmt::format(R"({}{{"id":{},"shortDescription":{{"text":{}}}}})", codes.empty() ? "" : ",",
                      json::quote(each.code()), json::quote(rule_text(each, language)));
      codes.push_back(each.code());
    }
    results += (results.empty() ? "" : ",") + sarif_result(each, rule, language);
  }
  return fmt::format(
      R"({{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)"
      R"({{"tool":{{"driver":{{"name":"guichet","rules":[{}]}}}},"columnKind":"unicodeCodePoints",)"
      R"("results":[{}]}}]}})",
      rules, results);
}

}  // namespace guichet::app
