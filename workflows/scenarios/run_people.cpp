// Steps for what people do besides acts of a path: consent, requalifying, a further need, taking an
// act or a letter back, joining cases.
#include <algorithm>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

using yaml::kEmpty;
using yaml::kScalar;
using yaml::Node;

std::vector<std::string> texts_at(const Node& step, std::string_view key) {
  std::vector<std::string> out;
  const Node* list = yaml::at(step, key);
  if (list == nullptr) return out;
  if (list->is_scalar() && !list->is_empty()) out.push_back(list->text());
  if (!list->is_sequence()) return out;
  for (const Node& item : list->items()) out.push_back(item.text());
  return out;
}

std::optional<base::Day> said_on(const Node& step) {
  const Node* day = yaml::at(step, "said_on");
  return day == nullptr ? std::nullopt : base::parse_day(day->text());
}

// By whom it is told, `as` or `recorded_by`; and over which channel, `said_by` or `channel`.
access::Actor author_of(const ScenarioRun& run, const Node& step) {
  return run.actor_of(step, yaml::at(step, "recorded_by") != nullptr ? "recorded_by" : "as");
}
std::string channel_of(const Node& step) {
  return yaml::text_at(step, "said_by", yaml::text_at(step, "channel"));
}

void consent(ScenarioRun& run, const Node& step, const Node& state) {
  run.submit(author_of(run, step), cases::Consent{.state = state.text(),
                                                  .partners = texts_at(step, "for"),
                                                  .channel = channel_of(step),
                                                  .said_on = said_on(step),
                                                  .field = {}});
}
void check_consent(StepNames& names, const Node& step, const Node& state) {
  names.one_of(state, {"given", "refused", "withdrawn"}, "consent");
  const Node* partners = yaml::at(step, "for");
  if (partners == nullptr) return;
  if (partners->is_scalar()) names.partner(*partners);
  if (!partners->is_sequence()) return;
  for (const Node& each : partners->items()) names.partner(each);
}

void requalify(ScenarioRun& run, const Node& step, const Node& theme) {
  const auto n = run.target(step);
  if (!n) return;
  run.submit(run.actor_of(step, "as"),
             cases::Requalify{.n = *n, .theme = theme.text(), .keep = texts_at(step, "keep")});
}

void open_need(ScenarioRun& run, const Node& step, const Node& theme) {
  run.submit(author_of(run, step), cases::OpenNeed{.theme = theme.text(),
                                                   .fields = run.fields_of(yaml::at(step, "with")),
                                                   .channel = channel_of(step),
                                                   .said_on = said_on(step)});
}

void check_theme(StepNames& names, const Node& step, const Node& theme) {
  std::vector<std::string> known;
  for (const auto& [id, path] : names.desk().intake.paths) known.push_back(id);
  names.one_of(theme, known, "intake.yaml");
  const Node* keep = yaml::at(step, "keep");
  if (keep == nullptr || !keep->is_sequence()) return;
  for (const Node& each : keep->items()) names.partner(each);
}

// `undo: last`, or the number of the act that is meant to be the last.
void undo(ScenarioRun& run, const Node& step, const Node& which) {
  cases::Undo body;
  const std::string& text = which.text();
  const bool number =
      !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (number && text.size() < 18) body.act = std::stoll(text);
  run.submit(author_of(run, step), std::move(body));
}

// `recall: LETTER to RECIPIENT`: the latest such letter of the case.
void recall(ScenarioRun& run, const Node& step, const Node& what) {
  const auto letters = run.stage().letters(run.current_case());
  const store::OutboxRow* found = nullptr;
  for (const store::OutboxRow& row : letters) {
    if (matches(row.letter, what.text(), run.desk())) found = &row;
  }
  if (found == nullptr) {
    return run.fail(what.location(), Message(failed::kNoLetter, {what.text()}));
  }
  run.submit(author_of(run, step), cases::RecallLetter{.key = found->letter.key});
}

void merge(ScenarioRun& run, const Node& step, const Node& number) {
  std::optional<base::CaseId> into;
  run.stage().desk().store().read(
      [&](store::Reader& reader) { into = reader.find_number(number.text()); });
  if (!into) return run.fail(number.location(), Message(failed::kNoCase, {number.text()}));
  run.submit(author_of(run, step), cases::Merge{.into = *into});
}

void unmerge(ScenarioRun& run, const Node& step, const Node&) {
  run.submit(author_of(run, step), cases::Unmerge{});
}

constexpr StepVerb kPeopleVerbs[] = {
    {"consent", kScalar, {}, consent, check_consent},
    {"requalify", kScalar, {}, requalify, check_theme},
    {"open_need", kScalar, {}, open_need, check_theme},
    {"undo", kScalar | kEmpty, {}, undo},
    {"recall", kScalar, {}, recall},
    {"merge", kScalar, {}, merge},
    {"unmerge", kScalar | kEmpty, {}, unmerge},
};

}  // namespace

std::span<const StepVerb> people_verbs() {
  return kPeopleVerbs;
}

}  // namespace guichet::scenarios
