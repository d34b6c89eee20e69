#include "engine/publishing/replay.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/access/roles.hpp"
#include "engine/publishing/messages.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::publishing {
namespace {

using base::InstanceNumber;
using base::Message;
using cases::Fact;

// What somebody did in a past case, so that it can be done again.
struct Deed {
  base::Instant at{};
  std::string actor;
  cases::ActTaken act;
  cases::Fields with;
  std::string workflow, partner;  // of the instance that it was done on
};

cases::Fields fields_given(const std::vector<Fact>& facts, std::size_t from) {
  cases::Fields fields;
  for (std::size_t i = from; i < facts.size(); ++i) {
    const auto* written = std::get_if<cases::FieldWritten>(&facts[i].event);
    if (written == nullptr) break;
    fields[written->field] = written->value;
  }
  return fields;
}

// The request's fields: those written before anything moved.
cases::Fields request_of(const std::vector<Fact>& facts) {
  cases::Fields fields;
  for (const Fact& fact : facts) {
    if (std::holds_alternative<cases::StateEntered>(fact.event)) break;
    const auto* written = std::get_if<cases::FieldWritten>(&fact.event);
    if (written != nullptr && written->n == InstanceNumber{1}) {
      fields[written->field] = written->value;
    }
  }
  return fields;
}

std::vector<Deed> deeds_of(const std::vector<Fact>& facts) {
  std::vector<Deed> deeds;
  std::map<InstanceNumber, cases::InstanceOpened> opened;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (const auto* open = std::get_if<cases::InstanceOpened>(&facts[i].event)) {
      opened[open->n] = *open;
    }
    const auto* act = std::get_if<cases::ActTaken>(&facts[i].event);
    if (act == nullptr) continue;
    Deed deed{facts[i].at, facts[i].actor, *act, fields_given(facts, i + 1), {}, {}};
    const auto& instance = opened[act->n];
    deed.workflow = instance.workflow;
    if (instance.referral) deed.partner = instance.referral->partner;
    if (act->name == cases::kConfirmAct && i + 1 < facts.size()) {
      if (const auto* ticked = std::get_if<cases::PartnersConfirmed>(&facts[i + 1].event)) {
        feel::Arena arena;
        std::vector<feel::Value> partners;
        for (const std::string& each : ticked->partners) partners.push_back(arena.string(each));
        deed.with["partenaires"] = feel::Stored(arena.list(partners));
      }
    }
    deeds.push_back(std::move(deed));
  }
  return deeds;
}

struct Refusal {
  base::Instant at{};
  std::string act, reason;
};

// One life of a case on a desk of its own.
class Life {
 public:
  Life(const Definition& definition, base::Instant start) : stage_(definition, start) {}

  void live(const cases::Fields& request, const std::vector<Deed>& deeds, base::Instant until) {
    const auto opened =
        stage_.submit(access::system_actor(), {}, cases::OpenRequest{.fields = request});
    if (!opened) {
      refused_.push_back(refusal(stage_.now(), "demande", opened.error()));
      return;
    }
    id_ = opened->kase;
    for (const Deed& deed : deeds) {
      if (deed.at > stage_.now()) stage_.run_until(deed.at);
      repeat(deed);
    }
    if (until > stage_.now()) stage_.run_until(until);
  }

  const std::vector<Refusal>& refused() const { return refused_; }
  cases::Snapshot snapshot() { return stage_.load(id_).value_or(cases::Snapshot{}); }
  std::vector<Fact> facts() { return id_.value == 0 ? std::vector<Fact>{} : stage_.facts(id_); }
  const bundle::Desk& definition() const { return stage_.definition(); }

 private:
  Refusal refusal(base::Instant at, std::string act, const base::Rejection& rejection) const {
    const base::Language language = stage_.definition().settings.language;
    std::string reason;
    for (const Message& each : rejection.reasons) {
      reason += (reason.empty() ? "" : " ; ") + each.in(language);
    }
    return {at, std::move(act), std::move(reason)};
  }

  // The instance that it is done on bears another number where other partners were asked.
  std::optional<InstanceNumber> same_instance(const Deed& deed) {
    const cases::Snapshot snapshot = this->snapshot();
    const cases::Instance* same = snapshot.find(deed.act.n);
    const auto fits = [&](const cases::Instance& each) {
      const std::string partner = each.referral ? each.referral->partner : "";
      return each.is_open() && each.workflow == deed.workflow && partner == deed.partner;
    };
    if (same != nullptr && fits(*same)) return same->n;
    const auto other = std::ranges::find_if(snapshot.instances, fits);
    if (other == snapshot.instances.end()) return {};
    return other->n;
  }

  access::Actor actor_of(const Deed& deed) {
    const bundle::Desk& desk = stage_.definition();
    if (deed.act.reply && !deed.partner.empty()) {
      return access::partner_actor(desk.directory, deed.partner);
    }
    if (const auto actor = access::actor_as(desk, deed.actor)) return *actor;
    // Somebody of the desk whose name the draft does not know: what is compared is the path.
    access::Actor anybody{.kind = access::ActorKind::staff, .id = deed.actor, .name = deed.actor};
    for (const auto& [id, role] : desk.settings.roles) anybody.roles.push_back(id);
    return anybody;
  }

  void repeat(const Deed& deed) {
    const auto n = same_instance(deed);
    if (!n) return;  // asked nobody, or it is over: said by other differences
    cases::Body body;
    if (deed.act.task) {
      body = cases::CompleteTask{.n = *n, .task = deed.act.name, .entry = 0};
    } else if (deed.act.reply) {
      body = cases::Reply{.n = *n,
                          .name = deed.act.name,
                          .with = deed.with,
                          .channel = deed.act.channel,
                          .said_on = deed.act.said_on};
    } else {
      body = cases::Act{.n = *n, .name = deed.act.name, .with = deed.with};
    }
    const auto outcome = stage_.submit(actor_of(deed), id_, std::move(body));
    if (!outcome) refused_.push_back(refusal(deed.at, deed.act.name, outcome.error()));
  }

  scenarios::Stage stage_;
  base::CaseId id_{};
  std::vector<Refusal> refused_;
};

// Need (its workflow) -> partners that were asked.
std::map<std::string, std::set<std::string>> partners_of(const cases::Snapshot& snapshot) {
  std::map<std::string, std::set<std::string>> out;
  for (const cases::Instance& each : snapshot.instances) {
    if (each.kind == "need") out[each.workflow];
    if (!each.referral || !each.parent) continue;
    out[snapshot.find(*each.parent)->workflow].insert(each.referral->partner);
  }
  return out;
}

std::string listed(const std::set<std::string>& words) {
  return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

// Reminders and escalations: letter and addressee -> days on which one left.
using Letters = std::map<std::pair<std::string, std::string>, std::vector<base::Day>>;

Letters reminders(const std::vector<Fact>& facts, const calendar::Calendar& calendar) {
  Letters out;
  for (const Fact& fact : facts) {
    const auto* letter = std::get_if<cases::LetterQueued>(&fact.event);
    if (letter == nullptr || letter->purpose == "notify") continue;
    out[{letter->letter, letter->to}].push_back(calendar.local_day(fact.at));
  }
  return out;
}

void compare_routes(Life& before, Life& after, Replayed& out) {
  const cases::Snapshot then = before.snapshot(), now = after.snapshot();
  if (then.verdict != now.verdict) {
    out.routed.push_back(Message(messages::kVerdictWas, {then.verdict, now.verdict}));
  }
  const auto asked = partners_of(then), would_ask = partners_of(now);
  for (const auto& [need, partners] : asked) {
    const auto found = would_ask.find(need);
    const std::set<std::string> others =
        found == would_ask.end() ? std::set<std::string>{} : found->second;
    if (partners != others) {
      out.routed.push_back(
          Message(messages::kRoutedElsewhere, {need, listed(partners), listed(others)}));
    }
  }
  for (const auto& [need, partners] : would_ask) {
    if (asked.contains(need)) continue;
    out.routed.push_back(Message(messages::kRoutedElsewhere, {need, "-", listed(partners)}));
  }
}

void compare_reminders(Life& before, Life& after, Replayed& out) {
  const calendar::Calendar& calendar = *before.definition().calendar;
  const Letters then = reminders(before.facts(), calendar);
  const Letters now = reminders(after.facts(), calendar);
  const auto none = std::vector<base::Day>{};
  std::set<std::pair<std::string, std::string>> keys;
  for (const auto& [key, days] : then) keys.insert(key);
  for (const auto& [key, days] : now) keys.insert(key);
  for (const auto& key : keys) {
    const auto old_days = then.contains(key) ? then.at(key) : none;
    const auto new_days = now.contains(key) ? now.at(key) : none;
    for (std::size_t i = 0; i < std::max(old_days.size(), new_days.size()); ++i) {
      if (i >= new_days.size()) {
        out.reminded.push_back(
            Message(messages::kNotReminded, {key.first, key.second, base::iso(old_days[i])}));
      } else if (i >= old_days.size()) {
        out.reminded.push_back(
            Message(messages::kRemindedToo, {key.first, key.second, base::iso(new_days[i])}));
      } else if (old_days[i] != new_days[i]) {
        out.reminded.push_back(
            Message(messages::kReminded,
                    {key.first, key.second, base::iso(old_days[i]), base::iso(new_days[i])}));
      }
    }
  }
}

void compare_refusals(Life& before, Life& after, Replayed& out) {
  for (const Refusal& each : after.refused()) {
    const bool always = std::ranges::any_of(before.refused(), [&](const Refusal& other) {
      return other.at == each.at && other.act == each.act;
    });
    if (always) continue;
    const auto day = after.definition().calendar->local_day(each.at);
    out.stuck.push_back(Message(messages::kStuck, {base::iso(day), each.act, each.reason}));
  }
}

Replayed live_twice(const CaseName& name, const std::vector<Fact>& facts,
                    const Definition& before_definition, const Definition& after_definition) {
  const cases::Fields request = request_of(facts);
  const std::vector<Deed> deeds = deeds_of(facts);
  const base::Instant start = facts.front().at, end = facts.back().at;
  Life before(before_definition, start), after(after_definition, start);
  before.live(request, deeds, end);
  after.live(request, deeds, end);
  Replayed out{name, {}, {}, {}};
  compare_refusals(before, after, out);
  compare_routes(before, after, out);
  compare_reminders(before, after, out);
  return out;
}

// As many as are asked for, spread evenly over the desk's whole past.
std::vector<base::CaseId> spread(store::Store& store, std::size_t most) {
  std::vector<base::CaseId> all, chosen;
  store.read([&](store::Reader& reader) { all = reader.case_ids(); });
  const std::size_t count = std::min(most, all.size());
  for (std::size_t i = 0; i < count; ++i) chosen.push_back(all[i * all.size() / count]);
  return chosen;
}

std::string number_of(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    if (const auto* request = std::get_if<cases::RequestReceived>(&fact.event)) {
      return request->number;
    }
  }
  return "";
}

}  // namespace

Replay replay(store::Store& store, Versions& versions, std::size_t most, std::size_t most_facts) {
  Replay out;
  std::size_t lived_facts = 0;
  for (const base::CaseId id : spread(store, most)) {
    if (lived_facts > most_facts) {
      ++out.not_reached;
      continue;
    }
    std::vector<Fact> facts;
    store.read([&](store::Reader& reader) { facts = reader.facts(id); });
    const CaseName name{id, number_of(facts)};
    std::string bundle;
    for (const Fact& fact : facts) {
      const auto* opened = std::get_if<cases::InstanceOpened>(&fact.event);
      if (opened != nullptr && bundle.empty()) bundle = opened->bundle;
    }
    const Definition before = versions.shared(bundle);
    if (!before || facts.empty()) {
      ++out.not_played;
      continue;
    }
    ++out.cases;
    lived_facts += facts.size();
    if (bundle == versions.target().hash) continue;  // the same life twice
    Replayed lived = live_twice(name, facts, before, versions.shared_target());
    out.routed += lived.routed.empty() ? 0 : 1;
    out.reminded += lived.reminded.empty() ? 0 : 1;
    out.stuck += lived.stuck.empty() ? 0 : 1;
    if (lived.differs()) out.different.push_back(std::move(lived));
  }
  return out;
}

}  // namespace guichet::publishing
