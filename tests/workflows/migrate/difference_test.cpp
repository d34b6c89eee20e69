// What changed between two versions, in words with places.
#include "tests/workflows/migrate/desks.hpp"

using namespace guichet;
using guichet::tests::changed_desk;
using guichet::tests::desk_with;
using guichet::tests::path_text;
using guichet::tests::replaced;
using Lines = std::vector<std::string>;

namespace {

Lines lines(const bundle::Desk& from, const bundle::Desk& to) {
  Lines out;
  for (const migrate::Change& change : migrate::difference(from, to)) {
    out.push_back(std::string(to_text(change.kind)) + " " + change.subject);
  }
  return out;
}

Lines after(const std::string& from, const std::string& to) {
  return lines(*desk_with(path_text()), *desk_with(replaced(path_text(), from, to)));
}

}  // namespace

TEST_CASE("the same files differ in nothing, and neither does another layout of them") {
  CHECK(lines(*desk_with(path_text()), *desk_with(path_text())).empty());
  CHECK(after("initial: going\n", "initial: going\n# a remark\n").empty());
}

TEST_CASE("states, transitions, timers, roles and requirements are told apart") {
  CHECK(after("waiting", "resting") == Lines{"transition_changed going.hold",
                                             "state_added resting", "state_removed waiting"});
  CHECK(after("  closed:", "  shelf: {}\n  closed:") == Lines{"state_added shelf"});
  CHECK(after("after: 3bd", "after: 4bd") == Lines{"timer_changed going.talk.call"});
  CHECK(after("timers: {back: {after: 1 month, goto: {history: going}}}",
              "timers: {home: {after: 1 month, goto: {history: going}}}") ==
        Lines{"timer_added waiting.home", "timer_removed waiting.back"});
  CHECK(after("stop: {by: [adviser]", "stop: {by: [maker]") == Lines{"role_changed going.stop"});
  CHECK(after("stop: {by: [adviser]", "stop: {require: [result], by: [adviser]") ==
        Lines{"require_changed going.stop"});
  CHECK(after("work: {by: [adviser], goto: both}", "work: {by: [adviser], goto: closed}") ==
        Lines{"transition_changed going.talk.work"});
  CHECK(after("resume:", "go_on:") ==
        Lines{"transition_added waiting.go_on", "transition_removed waiting.resume"});
  CHECK(after("history: shallow", "history: deep") == Lines{"state_history going.@history"});
}

TEST_CASE("what is shared, fields and rules are told too") {
  const auto before = tests::small_desk();
  CHECK(lines(*before, *changed_desk({{"workflows/help.yaml", "[name, phone, area, description]",
                                       "[name, phone, area]"}})) ==
        Lines{"share_changed with_partner"});
  CHECK(lines(*before, *changed_desk({{"fields.yaml", "label: Reason}",
                                       "label: Reason}\n  remark: {of: referral, type: text}"}})) ==
        Lines{"field_added remark"});
  CHECK(lines(*before, *changed_desk({{"fields.yaml", "people:      {of: firm, type: number",
                                       "people:      {of: firm, type: number, help: how many"}}))
            .empty());
  CHECK(lines(*before, *changed_desk({{"fields.yaml", "values: [helped, not_helped]",
                                       "values: [helped, not_helped, moved]"}})) ==
        Lines{"field_type_changed result"});
}

TEST_CASE("a change has a sentence in both languages and its places in both versions") {
  const auto from = desk_with(path_text());
  const auto to = desk_with(replaced(path_text(), "after: 3bd", "after: 4bd"));

  const auto changes = migrate::difference(*from, *to);

  REQUIRE(changes.size() == 1);
  CHECK(changes[0].what.in(base::Language::en) == "timer 'going.talk.call': 3bd, then 4bd");
  CHECK(changes[0].what.in(base::Language::fr) == "minuterie « going.talk.call » : 3bd, puis 4bd");
  REQUIRE(changes[0].after.source);
  CHECK(changes[0].after.source->place_of(changes[0].after.offset).line == 15);
}
