#include "workflows/scenarios/expect_time.hpp"
#include "workflows/scenarios/failure_messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "engine/results/meanwhile.hpp"
#include "engine/results/notices.hpp"
#include "engine/results/work_list.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

constexpr std::size_t kMostPromises = 1000;

// Does the line have every word of what is wanted?
bool has_words(const std::string& line, const std::string& wanted) {
  std::istringstream words(wanted);
  for (std::string word; words >> word;) {
    if (line.find(word) == std::string::npos) return false;
  }
  return true;
}

// Each item names a line after that of the item before.
void in_order(ScenarioRun& run, const yaml::Node& node, const std::vector<std::string>& lines,
              const base::MessageText& what) {
  auto from = lines.begin();
  for (const yaml::Node& item : node.items()) {
    const auto found = std::find_if(
        from, lines.end(), [&](const std::string& line) { return has_words(line, item.text()); });
    if (found == lines.end()) {
      run.fail(item.location(), Message(what, {item.text(), joined(lines, "\n  ")}));
      continue;
    }
    from = found + 1;
  }
}

std::vector<std::string> promise_lines(ScenarioRun& run, const std::string& owner) {
  const calendar::Calendar& calendar = run.stage().calendar();
  std::vector<store::PromiseRow> rows;
  const base::Day today = calendar.local_day(run.stage().now());
  run.stage().desk().store().read([&](store::Reader& reader) {
    rows = results::work_list(reader, run.desk(), access::Sight::of_the_desk(), owner, today,
                              kMostPromises);
  });
  std::vector<std::string> lines;
  for (const store::PromiseRow& row : rows) {
    lines.push_back(fmt::format("{} {} {} {} {} {}", row.number, row.what, row.theme, row.state,
                                fmt::join(row.by, " "), base::iso(calendar.local_day(row.due_at))));
  }
  return lines;
}

std::vector<std::string> meanwhile_lines(ScenarioRun& run, const std::string& owner,
                                         base::Day since) {
  const calendar::Calendar& calendar = run.stage().calendar();
  const base::Instant from = calendar.instant_of(base::LocalTime(since));
  std::vector<results::Happening> all;
  run.stage().desk().store().read(
      [&](store::Reader& reader) { all = results::all_meanwhile(reader, owner, from); });
  std::vector<std::string> lines;
  for (const results::Happening& each : all) {
    lines.push_back(fmt::format("{} {} {} {} {} {}", base::iso(calendar.local_day(each.at)),
                                each.number, each.kind, each.what, each.about, each.actor));
  }
  return lines;
}

}  // namespace

void expect_incidents(ScenarioRun& run, const yaml::Node& node, bool exactly) {
  const auto snapshot = run.current();
  std::vector<std::string> lines;
  if (snapshot) {
    for (const cases::Incident& each : snapshot->extras.incidents) {
      lines.push_back(each.code + " " + each.text);
    }
  }
  std::vector<std::string> left = lines;
  for (const yaml::Node& item : node.items()) {
    const auto found = std::ranges::find_if(
        left, [&](const std::string& line) { return has_words(line, item.text()); });
    if (found != left.end()) {
      left.erase(found);
    } else {
      run.fail(item.location(), Message(failed::kIncidentWanted, {item.text(), joined(lines)}));
    }
  }
  if (!exactly) return;
  for (const std::string& line : left)
    run.fail(node.location(), Message(failed::kIncidentTooMany, {line}));
}

void expect_promises(ScenarioRun& run, const yaml::Node& node) {
  if (node.is_sequence())
    return in_order(run, node, promise_lines(run, ""), failed::kWorkListWanted);
  for (const yaml::Entry& each : node.entries()) {
    in_order(run, each.value, promise_lines(run, each.key.text()), failed::kWorkListWanted);
  }
}

void expect_meanwhile(ScenarioRun& run, const yaml::Node& node) {
  const base::Day today = run.stage().calendar().local_day(run.stage().now());
  for (const yaml::Entry& each : node.entries()) {
    const std::string& who = each.key.text();
    const bool plain = each.value.is_sequence();
    const yaml::Node* since = plain ? nullptr : yaml::at(each.value, "since");
    const yaml::Node* has = plain ? &each.value : yaml::at(each.value, "has");
    const auto from = since != nullptr ? base::parse_day(since->text())
                                       : results::last_absence(run.desk(), who, today);
    if (!from) {
      run.fail(each.key.location(), Message(failed::kNotAbsent, {who}));
    } else if (has != nullptr) {
      in_order(run, *has, meanwhile_lines(run, who, *from), failed::kMeanwhileWanted);
    }
  }
}

void expect_notices(ScenarioRun& run, const yaml::Node& node) {
  const base::Day today = run.stage().calendar().local_day(run.stage().now());
  std::vector<std::string> lines;
  for (const results::Notice& each : results::notices(run.desk(), today)) {
    lines.push_back(each.text.in(run.language()));
  }
  if (!node.is_scalar()) return in_order(run, node, lines, failed::kNoticeWanted);
  if (std::to_string(lines.size()) == node.text()) return;
  run.fail(node.location(),
           Message(failed::kNoticeCount, {node.text(), std::to_string(lines.size())}));
}

bool is_addressed(const cases::LetterEffect& letter, const std::string& who,
                  const bundle::Directory& directory) {
  if (!letter.to_address.empty() && letter.to_address == who) return true;
  if (letter.to_kind != "partner") return false;
  const bundle::Partner* partner = directory.find(letter.to);
  const bundle::Contact* adviser = partner == nullptr ? nullptr : partner->adviser(who);
  return adviser != nullptr && adviser->name == letter.to_name;
}

}  // namespace guichet::scenarios
