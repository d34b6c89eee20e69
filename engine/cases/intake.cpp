// A request comes in: saved on very little, decided once it says what it is about, one need per
// theme.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/cases/acts.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/people.hpp"
#include "rules/tables/decide.hpp"

namespace guichet::cases {
namespace {

using base::Message;
constexpr InstanceNumber kRequest{1};

struct Verdict {
  std::string word = "take_in";
  std::vector<std::string> rules, reasons;
};

// The table's first output is the verdict; a second one, where it has one, is the reason in words.
Verdict eligibility(Work& work) {
  const bundle::Desk& desk = work.around().desk;
  Verdict out;
  const auto table = desk.tables.find(desk.intake.eligibility);
  if (table == desk.tables.end()) return out;
  feel::Arena arena;
  Names names(work, kRequest, nullptr, arena);
  feel::Evaluation run = evaluation(work, arena);
  tables::Workspace workspace;
  tables::Decision decision;
  tables::decide(*table->second, names.all(), run, workspace, decision);
  for (const tables::RuleIndex rule : decision.selected) {
    out.rules.push_back(table->second->rule(rule).id);
    if (const std::string* note = table->second->note(out.rules.back()))
      out.reasons.push_back(*note);
  }
  const feel::Value& result = decision.result;
  if (result.kind() == feel::Kind::string) out.word = result.text();
  if (result.kind() == feel::Kind::context && !result.entries().empty()) {
    out.word = to_text(result.entries()[0].value);
    for (const feel::Entry& entry : result.entries().subspan(1)) {
      if (!entry.value.is_null()) out.reasons.push_back(to_text(entry.value));
    }
  }
  // No rule, a fact that is not known, a word that is no verdict: somebody asks. Neither silence
  // nor a slip of the pen is a refusal, nor does it open the door.
  const bool known = out.word == "take_in" || out.word == "refuse" || out.word == "ask";
  if (result.is_null() || !known || result.kind() == feel::Kind::list) out.word = "ask";
  return out;
}

void send_intake_letter(Work& work, const std::string& verdict, const kernel::Trigger& trigger) {
  const auto& intake = work.around().desk.intake;
  const auto letter = intake.letters.find(verdict);
  if (letter == intake.letters.end()) return;
  const letters::Letter* known = work.around().desk.letter(letter->second);
  if (known == nullptr) return;
  notify(work, kRequest, {.role = known->to, .letter = known->id}, &trigger);
}

feel::Stored verdict_data(const Verdict& verdict, const std::string& theme = "") {
  feel::Arena arena;
  std::vector<feel::Value> reasons;
  for (const std::string& reason : verdict.reasons) reasons.push_back(arena.string(reason));
  const feel::Entry entries[] = {{"verdict", arena.string(verdict.word)},
                                 {"reasons", arena.list(reasons)},
                                 {"theme", theme.empty() ? feel::Value() : arena.string(theme)}};
  return feel::Stored(arena.context(entries));
}

bool desk_has_path(const Work& work, const std::string& theme) {
  return work.around().desk.intake.paths.contains(theme);  // checked at load: every theme has one
}

bool is_shared(const Work& work, const std::string& id) {
  const vocabulary::Field* field = work.around().desk.vocabulary->find(id);
  if (field == nullptr) return false;
  return field->of == vocabulary::Subject::kase || field->of == vocabulary::Subject::person ||
         field->of == vocabulary::Subject::firm;
}

bool has_open_need(const Work& work, const std::string& theme) {
  return std::ranges::any_of(work.snapshot().instances, [&](const Instance& each) {
    return each.kind == "need" && each.is_open() && theme_of(each) == theme;
  });
}

void check_further_need(Work& work, const OpenNeed& body) {
  const Snapshot& snapshot = work.snapshot();
  if (work.command().actor.kind == access::ActorKind::partner) {
    work.refuse(403, Message(messages::kNotForPartners));
  }
  if (snapshot.closed_at) work.refuse(409, Message(messages::kClosedCase, {snapshot.number}));
  if (snapshot.instances.empty() || !snapshot.intake_decided || snapshot.verdict == "refuse") {
    work.refuse(409, Message(messages::kCaseRefused));
  } else if (snapshot.instances.front().extras.held) {
    const auto& into = snapshot.extras.merged_into;
    work.refuse(409, Message(messages::kHeld, {snapshot.number, into ? into->number : ""}));
  }
  check_theme(work, body.theme);
  if (has_open_need(work, body.theme)) {
    work.refuse(409, Message(messages::kThemeOpen, {theme_title(work, body.theme)}));
  }
  check_said_on(work, body.said_on);
  const bundle::Desk& desk = work.around().desk;
  const auto path = desk.intake.paths.find(body.theme);
  const model::Workflow* workflow =
      path == desk.intake.paths.end() ? nullptr : desk.workflow(path->second);
  for (const auto& [id, value] : body.fields) {
    if (desk.vocabulary->find(id) == nullptr) {
      work.refuse(422, Message(messages::kUnknownField, {id}));
    } else if (!is_shared(work, id) && workflow != nullptr &&
               std::ranges::find(workflow->fields, id) == workflow->fields.end()) {
      work.refuse(422, Message(messages::kUnexpectedField, {workflow->title, id}));
    }
  }
}

}  // namespace

std::vector<std::string> themes_of(const Work& work) {
  const feel::Stored themes = work.field(kRequest, work.around().desk.intake.themes);
  std::vector<std::string> out;
  if (themes.value().kind() == feel::Kind::string) out.emplace_back(themes.value().text());
  if (themes.value().kind() == feel::Kind::list) {
    for (const feel::Value& each : themes.value().items()) out.push_back(to_text(each));
  }
  // "creation|creation" is one need.
  std::vector<std::string> once;
  for (std::string& theme : out) {
    if (std::ranges::find(once, theme) == once.end()) once.push_back(std::move(theme));
  }
  return once;
}

void open_request(Work& work, const OpenRequest& request) {
  const bundle::Desk& desk = work.around().desk;
  std::vector<std::string> missing;
  for (const std::string& id : desk.intake.required) {
    const auto given = request.fields.find(id);
    if (given != request.fields.end() && !given->second.is_null()) continue;
    const vocabulary::Field* field = desk.vocabulary->find(id);
    missing.push_back(field == nullptr ? id : field->label);
  }
  if (!missing.empty()) {
    work.refuse(422, Message(messages::kSaveNeeds, {fmt::format("{}", fmt::join(missing, ", "))}));
  }
  for (const auto& [id, value] : request.fields) {
    if (desk.vocabulary->find(id) == nullptr) {
      work.refuse(422, Message(messages::kUnknownField, {id}));
    }
  }
  if (work.refused()) return;
  const auto key = request.fields.find(desk.intake.key);
  const std::string number = key != request.fields.end() && !key->second.is_null()
                                 ? to_text(key->second.value())
                                 : fmt::format("{}", work.snapshot().id.value);
  work.record(RequestReceived{number});
  work.record(InstanceOpened{kRequest, {}, "request", desk.intake.workflow, desk.hash, {}});
  for (const auto& [id, value] : request.fields) {
    if (!value.is_null()) work.write_field(kRequest, id, value);
  }
  if (const bundle::Member* owner = desk.first_with_role(desk.intake.owner_role)) {
    work.record(OwnerAssigned{owner->id});
  }
  work.post_start(kRequest);
  work.run_queue();
  decide_intake(work);
  work.run_queue();
}

void decide_intake(Work& work) {
  const std::vector<std::string> themes = themes_of(work);
  if (themes.empty()) return;  // to be qualified: nothing leaves the desk until then
  const Verdict verdict = eligibility(work);
  work.record(IntakeDecided{verdict.word, verdict.rules, verdict.reasons});
  const kernel::Trigger trigger{.cause = model::Cause::event,
                                .name = "intake." + verdict.word,
                                .data = verdict_data(verdict)};
  send_intake_letter(work, verdict.word, trigger);
  work.post(kRequest, trigger);
  if (verdict.word == "refuse") return;
  for (const std::string& theme : themes) {
    if (desk_has_path(work, theme)) work.post_start(add_need(work, theme));
  }
}

InstanceNumber add_need(Work& work, const std::string& theme) {
  const bundle::Desk& desk = work.around().desk;
  const InstanceNumber n = work.next_instance();
  work.record(InstanceOpened{n, kRequest, "need", desk.intake.paths.at(theme), desk.hash, {}});
  if (desk.vocabulary->find(kThemeField) != nullptr) {
    work.write_field(n, std::string(kThemeField), feel::Stored::string(theme));
  }
  return n;
}

void open_need(Work& work, const OpenNeed& body) {
  check_further_need(work, body);
  if (work.refused()) return;
  work.record(ActTaken{.n = kRequest,
                       .name = "open-need",
                       .channel = body.channel,
                       .recorded_by = recorder_of(work),
                       .said_on = body.said_on});
  // What has changed since (a headcount) first: eligibility is asked of the facts of today.
  for (const auto& [id, value] : body.fields) {
    if (is_shared(work, id)) work.write_field(kRequest, id, value);
  }
  const Verdict verdict = eligibility(work);
  const bool opens = verdict.word != "refuse";
  NeedDecided decided{body.theme, verdict.word, verdict.rules, verdict.reasons, {}};
  if (opens) decided.opened = work.next_instance();
  work.record(std::move(decided));
  const kernel::Trigger trigger{.cause = model::Cause::event,
                                .name = "need." + verdict.word,
                                .data = verdict_data(verdict, body.theme)};
  // The letters of taking in and asking promise a call that a further need does not begin with.
  send_intake_letter(work, opens ? "further_" + verdict.word : verdict.word, trigger);
  work.post(kRequest, trigger);
  if (opens) {
    const InstanceNumber n = add_need(work, body.theme);
    for (const auto& [id, value] : body.fields) {
      if (!is_shared(work, id)) work.write_field(n, id, value);
    }
    work.post_start(n);
  }
  work.run_queue();
}

}  // namespace guichet::cases
