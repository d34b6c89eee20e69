#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/expect_people.hpp"
#include "workflows/scenarios/expect_time.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

using base::Message;

bool is_for(const cases::LetterEffect& letter, const std::string& who, const bundle::Desk& desk) {
  if (who.empty() || letter.to == who) return true;
  const bundle::Role* role = desk.role(who);
  if (role == nullptr) return false;
  switch (role->binding) {
    case bundle::Binding::person:
      return letter.to_kind == "person";
    case bundle::Binding::partner_adviser:
    case bundle::Binding::partner_head:
      return letter.to_kind == "partner";
    case bundle::Binding::case_owner:
      return letter.to_kind == "staff";
    case bundle::Binding::role: {
      const bundle::Member* member = desk.member(letter.to);
      return member != nullptr &&
             std::ranges::find(member->roles, role->argument) != member->roles.end();
    }
    case bundle::Binding::agenda:
      break;
  }
  return false;
}

namespace {

// "relance-partenaire to cci-46"
struct ExpectedLetter {
  std::string letter, to;
};
ExpectedLetter split_sent(const std::string& text) {
  const std::size_t at = text.find(" to ");
  if (at == std::string::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + 4)};
}

class Expecting {
 public:
  Expecting(ScenarioRun& run, const StepResult& result)
      : run_(run), result_(result), desk_(run.stage().definition()) {}

  void check(const yaml::Node& then, bool exactly) {
    snapshot_ = run_.current();
    for (const yaml::Entry& entry : then.entries()) {
      const std::string& key = entry.key.text();
      if (key == "exactly") check(entry.value, true);
      if (key == "sent") sent(entry.value, exactly);
      if (key == "fired") fired(entry.value, exactly);
      if (key == "agenda") agenda(entry.value, exactly);
      if (key == "state") states(entry.value);
      if (key == "outcome") outcomes(entry.value);
      if (key == "timers") timers(entry.value);
      if (key == "tasks") tasks(entry.value);
      if (key == "fields") fields(entry.value);
      if (key == "refused") refused(entry.value);
      if (key == "verdict") verdict(entry.value);
      if (key == "closed") closed(entry.value);
      if (key == "events") events(entry.value);
      if (key == "recalled") expect_recalled(run_, entry.value, result_, exactly);
      if (key == "told") expect_told(run_, entry.value, result_);
      if (key == "not_told") expect_not_told(run_, entry.value);
      if (key == "duplicates") expect_duplicates(run_, entry.value);
      if (key == "merged_into") expect_merged(run_, entry.value);
      if (key == "incidents") expect_incidents(run_, entry.value, exactly);
      if (key == "promises") expect_promises(run_, entry.value);
      if (key == "meanwhile") expect_meanwhile(run_, entry.value);
      if (key == "notices") expect_notices(run_, entry.value);
    }
  }

 private:
  std::vector<std::string> letters_sent() const {
    std::vector<std::string> out;
    for (const cases::LetterEffect& each : result_.letters) {
      out.push_back(fmt::format("{} to {}", each.letter, each.to));
    }
    return out;
  }

  void sent(const yaml::Node& node, bool exactly) {
    std::vector<cases::LetterEffect> left = result_.letters;
    for (const yaml::Node& item : node.items()) {
      const ExpectedLetter expected = split_sent(item.text());
      const auto found = std::ranges::find_if(left, [&](const cases::LetterEffect& each) {
        return each.letter == expected.letter &&
               (is_for(each, expected.to, desk_) ||
                is_addressed(each, expected.to, run_.stage().desk().directory()));
      });
      if (found == left.end()) {
        run_.fail(item.location(),
                  Message(failed::kLetterWanted, {item.text(), joined(letters_sent())}));
      } else {
        left.erase(found);
      }
    }
    if (!exactly) return;
    for (const cases::LetterEffect& each : left) {
      run_.fail(node.location(), Message(failed::kLetterTooMany, {each.letter, each.to}));
    }
  }

  void compare_lists(const yaml::Node& node, std::vector<std::string> got, bool exactly,
                     const base::MessageText& wanted, const base::MessageText& too_many) {
    const std::string all = joined(got);
    for (const yaml::Node& item : node.items()) {
      const auto found = std::ranges::find(got, item.text());
      if (found == got.end()) {
        run_.fail(item.location(), Message(wanted, {item.text(), all}));
      } else {
        got.erase(found);
      }
    }
    if (!exactly || got.empty()) return;
    run_.fail(node.location(), Message(too_many, {joined(got)}));
  }

  void fired(const yaml::Node& node, bool exactly) {
    std::vector<std::string> names;
    for (const cases::Fact& fact : result_.facts) {
      if (const auto* e = std::get_if<cases::TimerFired>(&fact.event)) names.push_back(e->name);
    }
    compare_lists(node, std::move(names), exactly, failed::kFiredWanted, failed::kFiredTooMany);
  }

  void agenda(const yaml::Node& node, bool exactly) {
    std::vector<std::string> lines;
    for (const cases::Fact& fact : result_.facts) {
      if (const auto* e = std::get_if<cases::AgendaAdded>(&fact.event)) lines.push_back(e->text);
    }
    if (node.is_scalar()) {
      // A number of lines says enough where the words do not matter.
      if (std::to_string(lines.size()) != node.text()) {
        run_.fail(node.location(),
                  Message(failed::kAgendaCount, {node.text(), std::to_string(lines.size())}));
      }
      return;
    }
    compare_lists(node, std::move(lines), exactly, failed::kAgendaWanted, failed::kAgendaTooMany);
  }

  std::string instance_names() const {
    return snapshot_ ? ScenarioRun::instance_names(*snapshot_) : "-";
  }

  const cases::Instance* instance(const yaml::Node& key) {
    const cases::Instance* found = snapshot_ ? run_.find(*snapshot_, key.text()) : nullptr;
    if (found == nullptr) {
      run_.fail(key.location(), Message(failed::kNotInCase, {key.text(), instance_names()}));
    }
    return found;
  }

  static bool is_in(const cases::Instance& instance, const std::string& state) {
    return std::ranges::any_of(instance.active, [&](const cases::StateEntry& each) {
      return each.path == state || each.path.ends_with("." + state);
    });
  }

  void states(const yaml::Node& node) {
    for (const yaml::Entry& entry : node.entries()) {
      const cases::Instance* at = instance(entry.key);
      if (at == nullptr) continue;
      for (const yaml::Node& each : one_or_many(entry.value)) {
        if (is_in(*at, each.text())) continue;
        std::vector<std::string> active;
        for (const cases::StateEntry& state : at->active) {
          if (!state.path.empty()) active.push_back(state.path);
        }
        run_.fail(each.location(), Message(failed::kStateWanted, {each.text(), joined(active)}));
      }
    }
  }

  void outcomes(const yaml::Node& node) {
    for (const yaml::Entry& entry : node.entries()) {
      const cases::Instance* at = instance(entry.key);
      if (at == nullptr || at->outcome == entry.value.text()) continue;
      run_.fail(entry.value.location(),
                Message(failed::kOutcomeWanted, {entry.value.text(), at->outcome}));
    }
  }

  // `{relance: 2009-02-12}` of any open instance, or `{cci-46: {relance: 2009-02-12}}`.
  void timers(const yaml::Node& node) {
    if (!snapshot_) return;
    for (const yaml::Entry& entry : node.entries()) {
      if (entry.value.is_mapping()) {
        const cases::Instance* at = instance(entry.key);
        if (at == nullptr) continue;
        for (const yaml::Entry& timer : entry.value.entries()) due(timer, {at});
      } else {
        std::vector<const cases::Instance*> all;
        for (const cases::Instance& each : snapshot_->instances) all.push_back(&each);
        due(entry, all);
      }
    }
  }

  void due(const yaml::Entry& timer, const std::vector<const cases::Instance*>& where) {
    std::vector<std::string> days;
    for (const cases::Instance* each : where) {
      for (const cases::Timer& armed : each->timers) {
        if (armed.name != timer.key.text() || !armed.due_at) continue;
        days.push_back(base::iso(run_.stage().calendar().local_day(*armed.due_at)));
      }
    }
    const std::string wanted = timer.value.text().substr(0, 10);
    const bool none = timer.value.is_empty() || timer.value.text() == "none";
    if (none ? days.empty() : std::ranges::find(days, wanted) != days.end()) return;
    run_.fail(timer.value.location(),
              Message(failed::kTimerWanted, {timer.key.text(), wanted,
                                             days.empty() ? run_.say(failed::kNo) : joined(days)}));
  }

  // `[title or id, ..]`, or `{title or id: due day}` with `none` for one that is not open;
  // anywhere in the case, or by instance: `{creation: ..}`.
  void tasks(const yaml::Node& node) {
    if (!snapshot_) return;
    std::vector<const cases::Task*> all;
    for (const cases::Instance& each : snapshot_->instances) add_tasks(each, all);
    if (!node.is_mapping()) return tasks_among(node, all);
    for (const yaml::Entry& entry : node.entries()) {
      if (entry.value.is_scalar()) {
        task_due(entry, all);
      } else if (const cases::Instance* at = instance(entry.key)) {
        std::vector<const cases::Task*> own;
        add_tasks(*at, own);
        tasks_among(entry.value, own);
      }
    }
  }

  static void add_tasks(const cases::Instance& instance, std::vector<const cases::Task*>& out) {
    for (const cases::Task& each : instance.tasks) out.push_back(&each);
  }

  void tasks_among(const yaml::Node& node, const std::vector<const cases::Task*>& tasks) {
    if (node.is_mapping()) {
      for (const yaml::Entry& entry : node.entries()) task_due(entry, tasks);
      return;
    }
    for (const yaml::Node& item : one_or_many(node)) {
      if (!find_tasks(item.text(), tasks).empty()) continue;
      run_.fail(item.location(), Message(failed::kTaskWanted, {item.text(), titles(tasks)}));
    }
  }

  void task_due(const yaml::Entry& entry, const std::vector<const cases::Task*>& tasks) {
    const auto found = find_tasks(entry.key.text(), tasks);
    const bool none = entry.value.text() == "none";
    std::vector<std::string> days;
    for (const cases::Task* each : found) {
      days.push_back(each->due_at ? base::iso(run_.stage().calendar().local_day(*each->due_at))
                                  : run_.say(failed::kNoDue));
    }
    const std::string wanted = entry.value.text().substr(0, 10);
    if (none ? found.empty() : std::ranges::find(days, wanted) != days.end()) return;
    run_.fail(entry.value.location(),
              Message(failed::kTaskDue,
                      {entry.key.text(), wanted,
                       days.empty() ? run_.say(failed::kNo) : joined(days), titles(tasks)}));
  }

  static std::vector<const cases::Task*> find_tasks(const std::string& name,
                                                    const std::vector<const cases::Task*>& tasks) {
    std::vector<const cases::Task*> out;
    std::ranges::copy_if(tasks, std::back_inserter(out), [&](const cases::Task* each) {
      return each->id == name || each->title == name;
    });
    return out;
  }

  std::string titles(const std::vector<const cases::Task*>& tasks) {
    std::vector<std::string> out;
    for (const cases::Task* each : tasks) out.push_back(each->title + " (" + each->id + ")");
    return joined(out);
  }

  // Facts of the step: a type, and words that one fact of it holds.
  void events(const yaml::Node& node) {
    for (const yaml::Node& item : node.items()) {
      const std::size_t space = item.text().find(' ');
      const std::string type = item.text().substr(0, space);
      const std::string words = space == std::string::npos ? "" : item.text().substr(space + 1);
      const bool found = std::ranges::any_of(result_.facts, [&](const cases::Fact& fact) {
        return cases::type_of(fact.event) == type &&
               cases::to_json(fact.event).find(words) != std::string::npos;
      });
      if (!found) run_.fail(item.location(), Message(failed::kFactWanted, {item.text()}));
    }
  }

  void fields(const yaml::Node& node) {
    if (!snapshot_) return;
    for (const yaml::Entry& entry : node.entries()) {
      if (entry.value.is_mapping()) {
        const cases::Instance* at = instance(entry.key);
        if (at == nullptr) continue;
        for (const yaml::Entry& field : entry.value.entries()) field_is(field, at->data);
      } else {
        cases::Fields all = snapshot_->data;
        all.insert(snapshot_->person.begin(), snapshot_->person.end());
        all.insert(snapshot_->firm.begin(), snapshot_->firm.end());
        field_is(entry, all);
      }
    }
  }

  void field_is(const yaml::Entry& entry, const cases::Fields& fields) {
    const vocabulary::Field* field = desk_.vocabulary->find(entry.key.text());
    const auto value = value_of(entry.value, field, *desk_.vocabulary);
    if (!value) return run_.fail(entry.value.location(), value.error());
    const feel::Stored& wanted = *value;
    const auto found = fields.find(entry.key.text());
    const feel::Stored got = found == fields.end() ? feel::Stored() : found->second;
    if (got == wanted) return;
    run_.fail(entry.value.location(),
              Message(failed::kFieldWanted,
                      {entry.key.text(), to_text(wanted.value()), to_text(got.value())}));
  }

  // `true`, a refusal's code of desk.yaml, a reason's code, or words of a reason.
  void refused(const yaml::Node& node) {
    if (!result_.rejection) {
      return run_.fail(node.location(), Message(failed::kRefusalWanted));
    }
    for (const yaml::Node& each : one_or_many(node)) refused_for(each);
  }

  void refused_for(const yaml::Node& node) {
    const std::string& wanted = node.text();
    if (wanted == "true") return;
    std::vector<std::string> reasons;
    for (const base::Message& reason : result_.rejection->reasons) {
      reasons.push_back(reason.in(run_.language()));
      const std::string own = reason.in(desk_.settings.language);
      const bool known = reason.key() == wanted || own.find(wanted) != std::string::npos ||
                         own == desk_.refusal_text(wanted, desk_.settings.language);
      if (known) return;
    }
    run_.fail(node.location(), Message(failed::kOtherRefusal, {wanted, joined(reasons, " | ")}));
  }

  // Of a further need asked for in this step, else of the request.
  void verdict(const yaml::Node& node) {
    std::string got = snapshot_ ? snapshot_->verdict : "";
    for (const cases::Fact& fact : result_.facts) {
      if (const auto* e = std::get_if<cases::NeedDecided>(&fact.event)) got = e->verdict;
    }
    if (got == node.text()) return;
    run_.fail(node.location(), Message(failed::kVerdictWanted, {node.text(), got}));
  }

  void closed(const yaml::Node& node) {
    const bool is = snapshot_ && snapshot_->closed_at.has_value();
    if (is == (node.text() == "true")) return;
    run_.fail(node.location(), Message(is ? failed::kCaseClosed : failed::kCaseOpen));
  }

  ScenarioRun& run_;
  const StepResult& result_;
  const bundle::Desk& desk_;
  std::optional<cases::Snapshot> snapshot_;
};

}  // namespace

bool matches(const cases::LetterEffect& letter, const std::string& text, const bundle::Desk& desk) {
  const ExpectedLetter expected = split_sent(text);
  return letter.letter == expected.letter && is_for(letter, expected.to, desk);
}

void expect(ScenarioRun& run, const yaml::Node& then, const StepResult& result) {
  Expecting(run, result).check(then, false);
}

}  // namespace guichet::scenarios
