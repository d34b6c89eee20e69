#include "engine/cases/consent.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/cases/checks.hpp"
#include "engine/cases/merge_messages.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/referral.hpp"

namespace guichet::cases {
namespace {

using base::Message;

struct Parts {
  std::string others;
  std::map<std::string, std::string> partners;
};

std::string word_at(const feel::Value& context, std::string_view name) {
  const feel::Value* found = context.member(name);
  return found != nullptr && found->kind() == feel::Kind::string ? std::string(found->text()) : "";
}

Parts parts_of(const feel::Value& consent) {
  Parts parts;
  if (consent.kind() == feel::Kind::string) parts.others = consent.text();
  if (consent.kind() != feel::Kind::context) return parts;
  parts.others = word_at(consent, "others");
  const feel::Value* named = consent.member("partners");
  if (named == nullptr || named->kind() != feel::Kind::context) return parts;
  for (const feel::Entry& entry : named->entries()) {
    parts.partners[std::string(entry.name)] = to_text(entry.value);
  }
  return parts;
}

// One text for one meaning: who says the same as the others is not named.
feel::Stored stored(Parts parts) {
  std::erase_if(parts.partners, [&](const auto& named) { return named.second == parts.others; });
  if (parts.partners.empty()) return feel::Stored::string(parts.others);
  feel::Arena arena;
  std::vector<feel::Entry> named;
  for (const auto& [id, word] : parts.partners) named.push_back({id, arena.string(word)});
  std::vector<feel::Entry> entries;
  if (!parts.others.empty()) entries.push_back({"others", arena.string(parts.others)});
  entries.push_back({"partners", arena.context(named)});
  return feel::Stored(arena.context(entries));
}

bool is_state(std::string_view state) {
  return state == vocabulary::kGiven || state == kRefused || state == kWithdrawn;
}

// Why it cannot be recorded; every reason at once.
void check(Work& work, const Consent& consent, const vocabulary::Field& field) {
  if (!is_state(consent.state)) {
    return work.refuse(422, Message(messages::kNoConsentState, {consent.state}));
  }
  for (const std::string& id : consent.partners) {
    if (work.around().directory.find(id) == nullptr) {
      work.refuse(422, Message(messages::kUnknownPartner, {id}));
    }
  }
  check_said_on(work, consent.said_on);
  const feel::Stored now = work.field({1}, field.id);
  const feel::Stored then =
      consent_after(now.value(), consent_said(consent.state, consent.partners).value());
  if (consent.state == kWithdrawn) {
    const auto holds = [&](const std::string& id) { return consent_holds(now.value(), id); };
    const bool any = consent.partners.empty() ? consent_holds(now.value(), "")
                                              : std::ranges::any_of(consent.partners, holds);
    if (!any) work.refuse(409, Message(messages::kNothingToWithdraw));
  } else if (then == now) {
    work.refuse(409, Message(messages::kSaidAlready, {consent.state}));
  }
}

}  // namespace

std::string consent_word(const feel::Value& consent, std::string_view partner) {
  const Parts parts = parts_of(consent);
  const auto named = parts.partners.find(std::string(partner));
  return named == parts.partners.end() ? parts.others : named->second;
}

bool consent_holds(const feel::Value& consent, std::string_view partner) {
  if (!partner.empty()) return consent_word(consent, partner) == vocabulary::kGiven;
  const Parts parts = parts_of(consent);
  return parts.others == vocabulary::kGiven ||
         std::ranges::any_of(parts.partners,
                             [](const auto& named) { return named.second == vocabulary::kGiven; });
}

feel::Stored consent_said(const std::string& state, const std::vector<std::string>& partners) {
  if (partners.empty()) return feel::Stored::string(state);
  feel::Arena arena;
  std::vector<feel::Value> ids;
  for (const std::string& id : partners) ids.push_back(arena.string(id));
  const feel::Entry entries[] = {{"state", arena.string(state)}, {"for", arena.list(ids)}};
  return feel::Stored(arena.context(entries));
}

feel::Stored consent_after(const feel::Value& now, const feel::Value& said) {
  if (said.kind() != feel::Kind::context) return feel::Stored(said);
  if (said.member("partners") != nullptr) return stored(parts_of(said));
  const std::string state = word_at(said, "state");
  const feel::Value* named = said.member("for");
  const bool list = named != nullptr && named->kind() == feel::Kind::list;
  const bool one = named != nullptr && named->kind() == feel::Kind::string;
  if (!one && (!list || named->items().empty())) return feel::Stored::string(state);
  Parts parts = parts_of(now);
  if (one) parts.partners[std::string(named->text())] = state;
  if (list) {
    for (const feel::Value& id : named->items()) parts.partners[to_text(id)] = state;
  }
  return stored(std::move(parts));
}

const vocabulary::Field* consent_field(const Work& work, InstanceNumber n) {
  for (const vocabulary::Field& field : work.desk_of(work.instance(n)).vocabulary->fields()) {
    if (field.type == vocabulary::FieldType::consent) return &field;
  }
  return nullptr;
}

namespace {

// What holds for an instance: where the field is a need's or the request's, the nearest one said.
feel::Stored consent_at(const Work& work, InstanceNumber n, const std::string& field) {
  std::optional<InstanceNumber> at = n;
  while (at) {
    feel::Stored said = work.field(*at, field);
    if (!said.is_null()) return said;
    at = work.instance(*at).parent;
  }
  return work.field({1}, field);
}

bool is_consent(const Work& work, InstanceNumber n, const std::string& id) {
  const vocabulary::Field* field = work.desk_of(work.instance(n)).vocabulary->find(id);
  return field != nullptr && field->type == vocabulary::FieldType::consent;
}

}  // namespace

bool may_pass_on(const Work& work, InstanceNumber n, std::string_view partner) {
  const vocabulary::Field* field = consent_field(work, n);
  return field == nullptr || consent_holds(consent_at(work, n, field->id).value(), partner);
}

std::vector<std::string> not_agreed_to(const Work& work, InstanceNumber n) {
  std::vector<std::string> out;
  if (!may_pass_on(work, n)) return out;
  for (const auto& [id, partner] : work.around().directory.partners) {
    if (!may_pass_on(work, n, id)) out.push_back(id);
  }
  return out;
}

void end_without_consent(Work& work) {
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& each = work.snapshot().instances[i];
    if (!each.is_open() || !each.referral) continue;
    if (!may_pass_on(work, each.n, each.referral->partner)) withdraw(work, each.n);
  }
}

void tell_joined_cases(Work& work) {
  const CaseExtras& extras = work.snapshot().extras;
  if (!extras.merged_into && extras.joined.empty()) return;
  std::set<std::string> fields;
  for (const Event& event : work.events()) {
    const auto* written = std::get_if<FieldWritten>(&event);
    if (written == nullptr || !is_consent(work, written->n, written->field)) continue;
    // What was said of one need only is no other need's.
    const bool of_person = written->owner != Owner::instance || written->n == InstanceNumber{1};
    if (of_person && !written->value.is_null()) fields.insert(written->field);
  }
  std::vector<OtherCase> others = extras.joined;
  if (extras.merged_into) others.push_back(*extras.merged_into);
  const auto* heard = std::get_if<NoteConsent>(&work.command().body);
  for (const OtherCase& other : others) {
    if (heard != nullptr && heard->other == other.id) continue;
    for (const std::string& field : fields) {
      work.tell_other(other.id, NoteConsent{.other = work.snapshot().id,
                                            .number = work.snapshot().number,
                                            .field = field,
                                            .value = work.field({1}, field)});
    }
  }
}

void note_consent(Work& work, const NoteConsent& body) {
  if (work.snapshot().extras.personal_data_taken) return;
  const vocabulary::Field* known = work.desk_of(work.instance({1})).vocabulary->find(body.field);
  if (known == nullptr || known->type != vocabulary::FieldType::consent) {
    known = consent_field(work, {1});
  }
  if (known == nullptr || work.field({1}, known->id) == body.value) return;
  const Message line(messages::kSaidInOther, {body.number});
  work.record(Noted{{1}, line.in(work.around().desk.settings.language)});
  work.write_field({1}, known->id, body.value);
  work.run_queue();
}

void record_consent(Work& work, const Consent& consent) {
  const access::Actor& actor = work.command().actor;
  if (actor.kind == access::ActorKind::partner) {
    work.refuse(403, Message(messages::kNotForPartners));
  }
  const vocabulary::Field* field = work.around().desk.vocabulary->find(consent.field);
  if (consent.field.empty()) field = consent_field(work, {1});
  if (field == nullptr || field->type != vocabulary::FieldType::consent) {
    return work.refuse(422, Message(messages::kNoConsentField, {consent.field}));
  }
  check(work, consent, *field);
  if (work.refused()) return;
  const std::string id = field->id;
  const base::Day day = consent.said_on.value_or(today_of(work));
  work.record(ActTaken{.n = {1},
                       .name = std::string(kConsentAct),
                       .channel = consent.channel,
                       .recorded_by = recorder_of(work),
                       .said_on = consent.said_on});
  work.record(ConsentRecorded{{1}, id, consent.state, consent.partners, day});
  work.write_field({1}, id, consent_said(consent.state, consent.partners));
  feel::Arena arena;
  std::vector<feel::Value> partners;
  for (const std::string& each : consent.partners) partners.push_back(arena.string(each));
  const feel::Entry data[] = {{"state", arena.string(consent.state)},
                              {"partners", arena.list(partners)},
                              {"channel", arena.string(consent.channel)},
                              {"said_on", feel::Value::date(day)}};
  work.post({1}, {.cause = model::Cause::event,
                  .name = "consent." + consent.state,
                  .data = feel::Stored(arena.context(data))});
  work.run_queue();
}

}  // namespace guichet::cases
