// Two versions of the small desk, whose help path is written here.
#pragma once

#include "tests/support/case_fixture.hpp"
#include "tests/support/migration_plan.hpp"
#include "workflows/migrate/assess.hpp"
#include "workflows/migrate/difference.hpp"

namespace guichet::tests {

// The small desk with this text as its help path.
inline std::shared_ptr<const bundle::Desk> desk_with(const std::string& help) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/riverside-makers", diagnostics);
  files["workflows/help.yaml"] = help;
  auto desk = bundle::load_desk_files(files, "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  return desk;
}

// A path with a compound, a parallel and a history.
inline std::string path_text() {
  return R"(guichet: workflow/1
id: help
kind: need
version: "1"
fields: [theme, result]
initial: going
states:
  going:
    initial: talk
    history: shallow
    timers: {year: {after: 12 months, goto: closed}}
    actions: {stop: {by: [adviser], goto: closed}, hold: {by: [adviser], goto: waiting}}
    states:
      talk:
        timers: {call: {after: 3bd, remind: adviser}}
        actions: {work: {by: [adviser], goto: both}}
      both:
        regions:
          money: {initial: m1, states: {m1: {actions: {paid: {by: [adviser], goto: m2}}}, m2: {final: true}}}
          paper: {initial: p1, states: {p1: {actions: {done: {by: [adviser], goto: p2}}}, p2: {final: true}}}
        done: {goto: closed}
  waiting:
    timers: {back: {after: 1 month, goto: {history: going}}}
    actions: {resume: {by: [adviser], goto: {history: going}}}
  closed: {final: true, outcome: helped}
)";
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace guichet::tests
