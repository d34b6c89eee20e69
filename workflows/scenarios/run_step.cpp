#include "workflows/scenarios/run_step.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/access/roles.hpp"
#include "engine/desk/request_rows.hpp"
#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

constexpr base::InstanceNumber kRequest{1};

bool is_need_of(const cases::Instance& instance, std::string_view id) {
  if (instance.kind != "need") return false;
  const auto theme = instance.data.find("theme");
  return instance.workflow == id ||
         (theme != instance.data.end() && to_text(theme->second.value()) == id);
}

}  // namespace

feel::Stored literal_of(const yaml::Node& node, const vocabulary::Field* field,
                        const vocabulary::Vocabulary& vocabulary) {
  feel::Arena arena;
  if (node.is_sequence()) {
    std::vector<feel::Value> items;
    for (const yaml::Node& item : node.items()) items.push_back(arena.string(item.text()));
    return feel::Stored(arena.list(items));
  }
  if (node.is_empty()) return {};
  if (field != nullptr) {
    if (auto value = vocabulary::parse_value(*field, node.text(), vocabulary)) return *value;
  }
  return feel::Stored::string(node.text());
}

std::optional<base::LocalTime> moment_of(const yaml::Node& node) {
  return base::parse_local_time(node.text());
}

std::string describe(const cases::Fact& fact) {
  const auto n = cases::instance_of(fact.event);
  return fmt::format("{} {}{} {}", base::iso(fact.at), cases::type_of(fact.event),
                     n ? fmt::format(" n° {}", n->value) : "", cases::to_json(fact.event));
}

ScenarioRun::ScenarioRun(const std::shared_ptr<const bundle::Desk>& desk, std::string name,
                         base::Instant start, std::string folder)
    : desk_(desk), name_(std::move(name)), folder_(std::move(folder)), stage_(desk, start) {}

void ScenarioRun::fail(const base::Location& at, std::string what) {
  Failure failure{.scenario = name_, .at = at, .what = std::move(what)};
  for (const cases::Fact& fact : result_.facts) failure.since.push_back(describe(fact));
  failures_.push_back(std::move(failure));
}

void ScenarioRun::step(const yaml::Node& node) {
  result_ = {};
  move_clock(node);
  act(node);
  note_what_happened();
  if (const yaml::Node* then = yaml::at(node, "then")) {
    expect(*this, *then, result_);
    if (result_.rejection && yaml::at(*then, "refused") == nullptr) {
      fail(node.location(), result_.rejection->reasons.front().in(base::Language::fr));
    }
  } else if (result_.rejection) {
    fail(node.location(), result_.rejection->reasons.front().in(base::Language::fr));
  }
}

void ScenarioRun::move_clock(const yaml::Node& node) {
  const calendar::Calendar& calendar = stage_.calendar();
  if (const yaml::Node* until = yaml::at(node, "until")) {
    if (const auto moment = moment_of(*until)) stage_.run_until(calendar.instant_of(*moment));
  }
  if (const yaml::Node* advance = yaml::at(node, "advance")) {
    if (const auto delay = base::parse_delay(advance->text())) {
      stage_.run_until(calendar.due(stage_.now(), *delay, calendar::Roll::none));
    }
  }
}

void ScenarioRun::submit(const access::Actor& actor, cases::Body body) {
  const auto outcome = stage_.submit(actor, kase_, std::move(body));
  if (outcome) {
    kase_ = outcome->kase;
  } else {
    result_.rejection = outcome.error();
  }
}

cases::Fields ScenarioRun::fields_of(const yaml::Node* with) {
  cases::Fields out;
  if (with == nullptr) return out;
  for (const yaml::Entry& entry : with->entries()) {
    const vocabulary::Field* field = desk_->vocabulary->find(entry.key.text());
    out[entry.key.text()] = literal_of(entry.value, field, *desk_->vocabulary);
  }
  return out;
}

access::Actor ScenarioRun::actor_of(const yaml::Node& node, std::string_view key) const {
  const yaml::Node* who = yaml::at(node, key);
  if (who == nullptr) return access::system_actor();
  // Names were checked at load.
  return access::actor_as(*desk_, who->text()).value_or(access::system_actor());
}

void ScenarioRun::act(const yaml::Node& node) {
  if (const yaml::Node* request = yaml::at(node, "intake")) return intake(*request);
  const bool any = yaml::at(node, "do") || yaml::at(node, "reply") || yaml::at(node, "complete");
  if (!any) return;
  const auto snapshot = current();
  if (!snapshot) return fail(node.location(), "aucune demande n'a encore été reçue");
  const std::string need = yaml::text_at(node, "need");
  const cases::Fields with = fields_of(yaml::at(node, "with"));
  if (const yaml::Node* reply = yaml::at(node, "reply")) {
    const std::string from = yaml::text_at(node, "from");
    const cases::Instance* referral = find(*snapshot, from, need);
    if (referral == nullptr) return fail(reply->location(), from + " n'est pas sollicité");
    const access::Actor author = yaml::at(node, "recorded_by") != nullptr
                                     ? actor_of(node, "recorded_by")
                                     : access::partner_actor(stage_.desk().directory(), from);
    return submit(author, cases::Reply{.n = referral->n,
                                       .name = reply->text(),
                                       .with = with,
                                       .channel = yaml::text_at(node, "channel", "link")});
  }
  const std::string from = yaml::text_at(node, "from");
  const cases::Instance* at = from.empty() ? find(*snapshot, need) : find(*snapshot, from, need);
  const base::InstanceNumber n = at == nullptr ? kRequest : at->n;
  if (const yaml::Node* complete = yaml::at(node, "complete")) {
    return submit(actor_of(node, "as"), cases::CompleteTask{.n = n, .task = complete->text()});
  }
  submit(actor_of(node, "as"),
         cases::Act{.n = n, .name = yaml::at(node, "do")->text(), .with = with});
}

std::optional<cases::Fields> ScenarioRun::row_fields(const yaml::Node& intake) {
  const yaml::Node* row = yaml::at(intake, "row");
  const yaml::Node* of = yaml::at(intake, "of");
  if (row == nullptr || of == nullptr) return cases::Fields{};
  const std::string path =
      (std::filesystem::path(folder_) / of->text()).lexically_normal().generic_string();
  const auto text = desk_->files.find(path);
  if (text == desk_->files.end()) {
    fail(of->location(),
         base::Message(messages::kUnknownName, {path, "tests/"}).in(base::Language::fr));
    return {};
  }
  base::Diagnostics diagnostics;
  const desk::RequestTable table = desk::read_requests(path, text->second, *desk_, diagnostics);
  for (const desk::RequestRow& each : table.rows) {
    if (each.number == row->text()) return each.fields;
  }
  fail(row->location(),
       base::Message(messages::kNoRow, {row->text(), path}).in(base::Language::fr) + "\n" +
           render_text(diagnostics, base::Language::fr));
  return {};
}

void ScenarioRun::intake(const yaml::Node& node) {
  auto fields = row_fields(node);
  if (!fields) return;
  for (auto& [id, value] : fields_of(yaml::at(node, "fields"))) {
    if (value.is_null()) {
      fields->erase(id);
    } else {
      (*fields)[id] = value;
    }
  }
  kase_ = {};
  submit(access::system_actor(), cases::OpenRequest{.fields = std::move(*fields)});
}

const cases::Instance* ScenarioRun::find(const cases::Snapshot& snapshot, std::string_view id,
                                         std::string_view need) const {
  const cases::Instance* found = nullptr;
  const cases::Instance* only = nullptr;
  int needs = 0;
  for (const cases::Instance& each : snapshot.instances) {
    if (each.kind == "need") {
      only = &each;
      ++needs;
    }
    const bool fits = is_need_of(each, id) || (each.kind == "request" && each.workflow == id) ||
                      (each.referral && each.referral->partner == id &&
                       (need.empty() || is_need_of(*snapshot.find(*each.parent), need)));
    if (fits) found = &each;
  }
  // A case with one need needs no name for it.
  return id.empty() && needs == 1 ? only : found;
}

void ScenarioRun::note_what_happened() {
  for (const base::CaseId id : stage_.case_ids()) {
    std::int64_t& seen = seen_[id];
    const std::int64_t before = seen;
    for (cases::Fact& fact : stage_.facts(id)) {
      if (fact.seq <= before) continue;
      seen = std::max(seen, fact.seq);
      if (const auto* queued = std::get_if<cases::LetterQueued>(&fact.event)) {
        for (const store::OutboxRow& row : stage_.letters(id)) {
          if (row.letter.key == queued->key) result_.letters.push_back(row.letter);
        }
      }
      result_.facts.push_back(std::move(fact));
    }
  }
}

}  // namespace guichet::scenarios
