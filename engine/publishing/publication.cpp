#include "engine/publishing/publication.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "engine/base/digest.hpp"
#include "engine/base/file.hpp"
#include "engine/publishing/draft_messages.hpp"
#include "engine/publishing/gate_messages.hpp"
#include "engine/publishing/history.hpp"
#include "engine/publishing/plan_text.hpp"

namespace guichet::publishing {
namespace {

using base::Message;

std::vector<std::string> failures_of(const Gate& gate) {
  std::vector<std::string> out;
  for (const scenarios::Failure& each : gate.tests.failures) {
    out.push_back(fmt::format("{} : {}", each.scenario, each.what));
  }
  return out;
}

void add_remarks(std::vector<Remark>& remarks, const base::Diagnostics& diagnostics,
                 base::Language language) {
  for (Remark& each : remarks_of(diagnostics, language)) remarks.push_back(std::move(each));
}

std::shared_ptr<const migrate::Plan> plan_of(const Passage& passage, store::Store& store,
                                             Versions& versions, base::Diagnostics& diagnostics) {
  std::vector<base::Source> texts;
  if (passage.plan && base::find_invalid_utf8(*passage.plan) != std::string::npos) {
    diagnostics.error({}, Message(messages::kNotText, {std::string(kPlanName)}));
    return nullptr;
  }
  if (passage.plan) texts = parted_plans(*passage.plan);
  return read_plan(texts, store, versions, diagnostics);
}

bool same_changes(const std::vector<store::DraftFile>& one,
                  const std::vector<store::DraftFile>& other) {
  return std::ranges::equal(one, other, [](const store::DraftFile& a, const store::DraftFile& b) {
    return a.path == b.path && a.text == b.text;
  });
}

// In one transaction with the publication: the draft is what was checked, and goes.
void take_draft(store::Transaction& transaction, const Drafted& drafted) {
  if (!same_changes(transaction.drafts().draft_files(), drafted.changed)) {
    throw store::StorageFailure({base::ErrorKind::input, Message(messages::kDraftMoved)});
  }
  transaction.drafts().remove_draft_files();
}

base::Result<void> put_in_force(desk::Desk& desk, const Drafted& drafted,
                                const std::shared_ptr<const bundle::Desk>& target,
                                const std::string& note, const Editor& editor) {
  store::Publication publication{
      .at = editor.at, .by = editor.by, .note = note, .previous = drafted.published->content_hash};
  std::promise<base::Result<void>> told;
  desk.publish(
      target, std::move(publication),
      [&](base::Result<void> result) { told.set_value(std::move(result)); },
      [&](store::Transaction& transaction) { take_draft(transaction, drafted); });
  return told.get_future().get();
}

// Somebody else published, or changed the draft, since it was read over.
std::optional<Message> moved_since(const Drafted& drafted, const std::string& seen,
                                   store::Store& store) {
  if (seen.empty() || seen == seen_of(drafted)) return {};
  const std::string& published = drafted.published->content_hash;
  if (!seen.starts_with(published)) {
    const auto last = versions(store);
    if (!last.empty()) {
      const store::Publication& one = last.front().publication;
      return Message(messages::kPublishedMeanwhile, {one.by, one.note});
    }
  }
  return Message(messages::kDraftReadOver, {drafted.draft ? drafted.draft->by : "-"});
}

// What keeps it from being published before anybody looks at cases.
std::vector<Message> early_refusals(const Drafted& drafted, const std::string& note) {
  std::vector<Message> out;
  if (drafted.changed.empty()) out.push_back(Message(messages::kNoDraft));
  if (note.find_first_not_of(" \t\r\n") == std::string::npos) {
    out.push_back(Message(messages::kNoteMissing));
  }
  for (const std::string& path : drafted.overtaken()) {
    out.push_back(Message(messages::kOvertaken, {path}));
  }
  return out;
}

}  // namespace

std::string seen_of(const Drafted& drafted) {
  std::string all;
  for (const store::DraftFile& each : drafted.changed) {
    all += each.path + '\0' + (each.text ? "+" + *each.text : "-") + '\0';
  }
  return fmt::format("{} {}", drafted.published->content_hash, base::sha256_hex(all));
}

Outlook look_ahead(Workshop& workshop, const Drafted& drafted, const Passage& passage,
                   std::size_t replay_count, base::Language language) {
  Outlook out;
  const auto checked = workshop.check(drafted.files, Depth::names, language);
  add_remarks(out.remarks, checked->diagnostics, language);
  if (!checked->is_sound()) {
    out.forecast = {true,
                    {Message(messages::kDraftFails, {std::to_string(count_errors(out.remarks))})}};
    return out;
  }
  store::Store& store = workshop.desk().store();
  out.target = checked->desk;
  out.gate = workshop.gate(checked->desk, language);
  add_remarks(out.remarks, out.gate->diagnostics, language);
  Versions versions(store, checked->desk);
  base::Diagnostics of_plan;
  out.plan = plan_of(passage, store, versions, of_plan);
  add_remarks(out.remarks, of_plan, language);
  if (!out.plan) {
    out.forecast = {true, {Message(messages::kPlanFails)}};
    return out;
  }
  out.preview = preview(store, versions, {.plan = *out.plan}, workshop.desk().clock().now());
  out.homeless = homeless_of(*out.preview, versions);
  if (replay_count > 0) out.past = replay(store, versions, replay_count);
  out.forecast = forecast_of(
      *out.gate, {*out.preview, *out.plan, passage.plan.has_value(), passage.keep_in_flight});
  return out;
}

std::expected<PublishedDraft, NotPublished> publish_draft(Workshop& workshop,
                                                          const Passage& passage,
                                                          const std::string& note,
                                                          const Editor& editor,
                                                          base::Language language) {
  const Drafted drafted = read_draft(workshop.desk());
  if (auto moved = moved_since(drafted, passage.seen, workshop.desk().store())) {
    return std::unexpected(NotPublished{409, {std::move(*moved)}, {}, {}, {}});
  }
  auto refused_early = early_refusals(drafted, note);
  if (passage.carries) {
    refused_early.clear();
    if (!drafted.changed.empty()) refused_early.push_back(Message(messages::kDraftThere));
  }
  if (!refused_early.empty()) {
    const bool conflicts = passage.carries || !drafted.overtaken().empty();
    return std::unexpected(
        NotPublished{conflicts ? 409 : 422, std::move(refused_early), {}, {}, {}});
  }
  Outlook outlook = look_ahead(workshop, drafted, passage, 0, language);
  if (outlook.forecast.refused) {
    NotPublished refused{422, outlook.forecast.sentences, std::move(outlook.remarks), {}, {}};
    if (outlook.gate) refused.failures = failures_of(*outlook.gate);
    if (outlook.preview) refused.suggested = outlook.preview->suggested;
    return std::unexpected(std::move(refused));
  }
  if (!passage.carries) {
    const auto kept = put_in_force(workshop.desk(), drafted, outlook.target, note, editor);
    if (!kept) {
      const int status = kept.error().kind == base::ErrorKind::input ? 409 : 503;
      return std::unexpected(NotPublished{status, {kept.error().what}, {}, {}, {}});
    }
  }
  const bool planned = passage.plan.has_value() || passage.carries;
  const bool over =
      goes_over({*outlook.preview, *outlook.plan, planned, passage.keep_in_flight});
  return PublishedDraft{outlook.target->content_hash,
                        outlook.preview->open - outlook.preview->pinned_to_target,
                        over ? outlook.plan : nullptr};
}

void carry_over(desk::Desk& desk, const PublishedDraft& published, const access::Actor& actor) {
  if (!published.plan) return;
  note_migration(desk.store(), published.plan->hash);
  migrate_cases(desk, published.plan, actor, [](std::size_t, std::size_t) {});
}

}  // namespace guichet::publishing
