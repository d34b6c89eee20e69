#include "workflows/scenarios/expect_people.hpp"
#include "workflows/scenarios/failure_messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/desk/duplicates.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

std::vector<std::string> texts_of(const yaml::Node& node) {
  std::vector<std::string> out;
  if (node.is_scalar() && !node.is_empty()) out.push_back(node.text());
  if (!node.is_sequence()) return out;
  for (const yaml::Node& item : node.items()) out.push_back(item.text());
  return out;
}

// Lines of a letter are broken where it suits: any blank is as good as another.
std::string in_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.ends_with(' ')) out += ' ';
  }
  return out;
}

bool says(const cases::LetterEffect& letter, const std::string& words) {
  return in_one_line(letter.subject + " " + letter.text).find(in_one_line(words)) !=
         std::string::npos;
}

}  // namespace

void expect_recalled(ScenarioRun& run, const yaml::Node& node, const StepResult& result,
                     bool exactly) {
  std::set<std::string> keys;
  for (const cases::Fact& fact : result.facts) {
    if (const auto* e = std::get_if<cases::LetterRecalled>(&fact.event)) keys.insert(e->key);
  }
  std::vector<cases::LetterEffect> left;
  std::vector<std::string> all;
  for (const store::OutboxRow& row : run.stage().letters(run.current_case())) {
    if (!keys.contains(row.letter.key)) continue;
    left.push_back(row.letter);
    all.push_back(row.letter.letter + " to " + row.letter.to);
  }
  for (const yaml::Node& item : node.items()) {
    const auto found = std::ranges::find_if(left, [&](const cases::LetterEffect& each) {
      return matches(each, item.text(), run.desk());
    });
    if (found == left.end()) {
      run.fail(item.location(), Message(failed::kRecalledWanted, {item.text(), joined(all)}));
    } else {
      left.erase(found);
    }
  }
  if (!exactly) return;
  for (const cases::LetterEffect& each : left) {
    run.fail(node.location(), Message(failed::kRecalledTooMany, {each.letter, each.to}));
  }
}

void expect_told(ScenarioRun& run, const yaml::Node& node, const StepResult& result) {
  for (const yaml::Entry& entry : node.entries()) {
    for (const std::string& words : texts_of(entry.value)) {
      const bool told = std::ranges::any_of(result.letters, [&](const cases::LetterEffect& each) {
        return is_for(each, entry.key.text(), run.desk()) && says(each, words);
      });
      if (told) continue;
      run.fail(entry.value.location(), Message(failed::kToldWanted, {entry.key.text(), words}));
    }
  }
}

void expect_not_told(ScenarioRun& run, const yaml::Node& node) {
  for (const yaml::Entry& entry : node.entries()) {
    for (const std::string& words : texts_of(entry.value)) {
      for (const store::OutboxRow& row : run.stage().letters(run.current_case())) {
        if (!is_for(row.letter, entry.key.text(), run.desk()) || !says(row.letter, words)) continue;
        run.fail(entry.value.location(),
                 Message(failed::kToldTooMuch, {entry.key.text(), words, row.letter.letter}));
      }
    }
  }
}

void expect_duplicates(ScenarioRun& run, const yaml::Node& node) {
  std::vector<std::string> found;
  run.stage().desk().store().read([&](store::Reader& reader) {
    for (const desk::Duplicate& each :
         desk::find_duplicates(reader, run.desk(), run.current_case())) {
      found.push_back(each.number);
    }
  });
  std::vector<std::string> wanted = texts_of(node);
  std::ranges::sort(found);
  std::ranges::sort(wanted);
  if (found == wanted) return;
  run.fail(node.location(), Message(failed::kDuplicatesWanted, {joined(wanted), joined(found)}));
}

void expect_merged(ScenarioRun& run, const yaml::Node& node) {
  const auto snapshot = run.current();
  const std::string wanted = node.text() == "none" ? "" : node.text();
  const std::string into =
      snapshot && snapshot->extras.merged_into ? snapshot->extras.merged_into->number : "";
  if (into == wanted) return;
  run.fail(node.location(), Message(failed::kMergedWanted, {into, wanted}));
}

}  // namespace guichet::scenarios
