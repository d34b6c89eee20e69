#include "engine/store/meeting.hpp"

#include <algorithm>

namespace guichet::store {
namespace {

using cases::AgendaItem;
using cases::Instance;
using cases::Snapshot;

// Whether somebody acted on `instance` after the moment.
bool acted_after(const Instance& instance, base::Instant at) {
  return instance.extras.acted && instance.extras.acted->at > at;
}
bool acted_after(const Instance& instance, std::int64_t seq) {
  return instance.extras.acted && instance.extras.acted->seq > seq;
}

base::Instant answered_at(const Instance& referral) {
  return referral.extras.acted ? referral.extras.acted->at : referral.opened_at;
}

void add_lines(const Snapshot& snapshot, const Instance& about, TalkedAbout& out) {
  for (const AgendaItem& item : snapshot.agenda) {
    const Instance* source = snapshot.find(item.n);
    if (source == nullptr) continue;
    const bool of_referral = source->referral && source->parent == about.n;
    if (item.n != about.n && !of_referral) continue;
    if (!acted_after(about, item.seq) && !acted_after(*source, item.seq)) {
      out.lines.push_back(&item);
    }
  }
}

void add_answers(const Snapshot& snapshot, const Instance& need, TalkedAbout& out) {
  for (const Instance& each : snapshot.instances) {
    if (each.parent != need.n || !each.referral) continue;
    if (each.outcome == "accepted") out.yes = &each;
    if (each.outcome == "declined") out.no = &each;
    if (each.outcome != "silent") continue;
    const base::Instant since = each.closed_at.value_or(each.opened_at);
    if (!acted_after(need, since) && !acted_after(each, since)) out.silences.push_back(&each);
  }
  const bool both = out.yes != nullptr && out.no != nullptr;
  if (both && !acted_after(need, std::max(answered_at(*out.yes), answered_at(*out.no)))) return;
  out.yes = out.no = nullptr;
}

bool has_open_need(const Snapshot& snapshot) {
  return std::ranges::any_of(snapshot.instances, [](const Instance& each) {
    return each.kind == "need" && each.is_open();
  });
}

}  // namespace

TalkedAbout talked_about(const Snapshot& snapshot, const Instance& about) {
  TalkedAbout out;
  add_lines(snapshot, about, out);
  if (about.kind == "need") add_answers(snapshot, about, out);
  return out;
}

Talk talk_of(const Snapshot& snapshot, const Instance& about) {
  const bool request = about.kind == "request";
  if (!about.is_open() || (!request && about.kind != "need")) return {};
  const TalkedAbout said = talked_about(snapshot, about);
  constexpr base::Instant kUntilDecided = base::Instant::max();
  if (!said.lines.empty()) return {Topic::line, kUntilDecided};
  if (said.yes != nullptr) return {Topic::opposite, kUntilDecided};
  if (!said.silences.empty()) return {Topic::silence, kUntilDecided};
  if (about.extras.requalified_from) return {Topic::requalified, about.opened_at};
  if (request && has_open_need(snapshot)) return {};
  return {Topic::fresh, std::min(about.opened_at, snapshot.opened_at)};
}

}  // namespace guichet::store
