#include "workflows/check/consequences.hpp"

#include <algorithm>
#include <map>

namespace guichet::check {

namespace {

using base::Diagnostic;
using base::Diagnostics;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::ranges::find(words, word) != std::end(words);
}

// What is said where something that it builds on is not there.
bool builds_on_another(const Diagnostic& finding) {
  constexpr std::string_view kCodes[] = {
      "needs",          "unknown-state", "no-states",    "foreign-field",      "not-inside",
      "no-history",     "dead-end",      "unknown-task", "unknown-timer",      "unknown-tag",
      "missing-key",    "no-end",        "not-compound", "letter-names-timer", "timer-without-time",
      "unlikely-event", "unheard-event", "maybe-empty"};
  return is_one_of(finding.code(), kCodes);
}

bool is_lost_base(const Diagnostic& finding) {
  constexpr std::string_view kCodes[] = {"unknown-base", "not-a-base"};
  return is_one_of(finding.code(), kCodes);
}

// A key that holds or names states, misspelled.
bool is_lost_structure(const Diagnostic& finding) {
  constexpr std::string_view kKeys[] = {"states",  "regions", "fields", "histories",
                                        "history", "extends", "timers", "referral"};
  if (finding.code() != "unknown-key" || !finding.hint || finding.hint->arguments().empty()) {
    return false;
  }
  return is_one_of(finding.hint->arguments().front(), kKeys);
}

bool is_shape_error(const Diagnostic& finding) {
  constexpr std::string_view kCodes[] = {"unknown-key", "wrong-kind", "missing-key"};
  return is_one_of(finding.code(), kCodes);
}

// Is it the same name that is missing, wherever it stands?
bool is_name(const Diagnostic& finding) {
  constexpr std::string_view kCodes[] = {
      "unknown-role",   "unknown-field",     "unknown-letter",   "unknown-name",
      "unknown-member", "unknown-reference", "unknown-refusal",  "unknown-calendar",
      "unknown-table",  "unknown-actor",     "unknown-workflow", "unknown-convention",
      "unlikely-event", "value-choice",      "unknown-value",    "unknown-child-word",
      "foreign-field",  "not-a-referral",    "unheard-event",    "letter-names-timer",
      "field-of-other"};
  return is_one_of(finding.code(), kCodes);
}

// What several findings have in common: the timer that letters name, what fields are of.
std::vector<std::string> cause_of(const Diagnostic& finding) {
  const auto& words = finding.what.arguments();
  const bool by_last = finding.code() == "letter-names-timer" || finding.code() == "field-of-other";
  return by_last && !words.empty() ? std::vector{words.back()} : words;
}

// A path of another kind than its fields: what it hears is another kind's, too.
bool is_of_other_kind(const Diagnostic& finding) {
  return finding.code() == "field-of-other";
}

// A path whose id is none is missing where it is referred to; by its file's name, as ids are.
bool is_path_without_id(const Diagnostic& finding, const Diagnostics& all) {
  constexpr std::string_view kReferences[] = {"unknown-reference", "unknown-workflow"};
  if (!is_one_of(finding.code(), kReferences) || finding.what.arguments().empty()) return false;
  const std::string file = "workflows/" + finding.what.arguments().front() + ".yaml";
  return std::ranges::any_of(all.list(), [&](const Diagnostic& other) {
    return other.code() == "not-an-id" && other.at.source &&
           other.at.source->name().ends_with(file);
  });
}

// That the key `guichet` is missing is said better of the file.
bool is_header_told(const Diagnostic& finding, const Diagnostics& all) {
  if (finding.code() != "missing-key" || finding.what.arguments().front() != "guichet")
    return false;
  return std::ranges::any_of(all.list(), [&](const Diagnostic& other) {
    return other.code() == "missing-header" && other.at.source == finding.at.source;
  });
}

}  // namespace

Diagnostics without_consequences(const Diagnostics& faults, const base::Source& file) {
  const auto any = [&](auto fits) { return std::ranges::any_of(faults.list(), fits); };
  const bool lost = any(is_lost_base) || any(is_lost_structure);
  const bool broken_base = any(
      [&](const Diagnostic& fault) { return is_shape_error(fault) && fault.at.source != file; });
  Diagnostics out;
  for (const Diagnostic& fault : faults.list()) {
    const bool own = fault.at.source == file;
    if (builds_on_another(fault) && (lost || (broken_base && own))) continue;
    if (fault.code() == "foreign-field" && any([&](const Diagnostic& other) {
          return other.code() == "field-of-other" &&
                 other.what.arguments().front() == fault.what.arguments().front();
        })) {
      continue;  // it would be the path's own, were it not of something else
    }
    if (fault.code() == "unlikely-event" && any(is_of_other_kind)) continue;
    out.add(fault);
  }
  return out;
}

Diagnostics gathered(const Diagnostics& findings) {
  Diagnostics out;
  std::vector<Diagnostic> kept;
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> first;
  for (Diagnostic finding : findings.sorted()) {
    if (is_header_told(finding, findings) || is_path_without_id(finding, findings)) continue;
    if (is_name(finding)) {
      const auto key = std::pair(std::string(finding.code()), cause_of(finding));
      const auto [entry, is_new] = first.try_emplace(key, kept.size());
      if (!is_new) {
        kept[entry->second].related.push_back(finding.at);
        continue;
      }
    }
    kept.push_back(std::move(finding));
  }
  for (Diagnostic& finding : kept) out.add(std::move(finding));
  return out;
}

}  // namespace guichet::check
