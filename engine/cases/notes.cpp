// Notes of the desk on a case, and what a partner that was asked suggests.
#include <algorithm>

#include "engine/cases/checks.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/papers_messages.hpp"
#include "engine/cases/people.hpp"

namespace guichet::cases {
namespace {

using base::Message;

constexpr std::size_t kMostCharacters = 4000;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void check_length(Work& work, const std::string& words) {
  const std::size_t count = characters(words);
  if (count <= kMostCharacters) return;
  work.refuse(422, Message(messages::kTooManyWords,
                           {std::to_string(kMostCharacters), std::to_string(count)}));
}

void check_suggested(Work& work, const Instance& referral, const std::string& partner) {
  if (work.around().directory.find(partner) == nullptr) {
    return work.refuse(422, Message(messages::kUnknownPartner, {partner}));
  }
  if (partner == referral.referral->partner) {
    work.refuse(422, Message(messages::kSuggestsItself));
  }
  const auto& known = work.snapshot().extras.suggestions;
  const bool repeats = std::ranges::any_of(known, [&](const Suggestion& each) {
    return each.n == referral.n && each.partner == partner;
  });
  if (repeats)
    work.refuse(409, Message(messages::kSuggestedAlready, {partner_called(work, partner)}));
}

// A referral that awaits an answer, or was declined while its need goes on; else the reasons are
// noted.
const Instance* suggesting_referral(Work& work, InstanceNumber n) {
  const Instance* instance = work.snapshot().find(n);
  const bool referral = instance != nullptr && instance->referral.has_value();
  const Instance* need =
      referral && instance->parent ? work.snapshot().find(*instance->parent) : nullptr;
  const bool declined = referral && instance->outcome == to_text(model::Meaning::declined);
  if (declined && need != nullptr && need->is_open() && !need->extras.held) return instance;
  instance = open_instance(work, n);
  if (instance == nullptr || referral) return instance;
  work.refuse(409, Message(messages::kNotReferral, {work.workflow_of(*instance).title}));
  return nullptr;
}

std::string name_of(const Work& work, const std::string& partner) {
  const bundle::Partner* known = work.around().directory.find(partner);
  return known == nullptr ? partner : known->name;
}

}  // namespace

void add_note(Work& work, const AddNote& body) {
  check_staff(work);
  if (work.snapshot().find(body.n) == nullptr) {
    work.refuse(404, Message(messages::kUnknownInstance, {std::to_string(body.n.value)}));
  }
  if (work.snapshot().extras.personal_data_taken) work.refuse(409, Message(messages::kDataGone));
  if (body.words.find_first_not_of(" \t\r\n") == std::string::npos) {
    work.refuse(422, Message(messages::kNoWords));
  }
  check_length(work, body.words);
  if (work.refused()) return;
  work.record(NoteAdded{body.n, body.words, work.command().actor.id});
}

void strike_note(Work& work, const StrikeNote& body) {
  check_staff(work);
  const auto& notes = work.snapshot().extras.notes;
  const auto note = std::ranges::find(notes, body.note, &Note::seq);
  if (note == notes.end()) {
    return work.refuse(404, Message(messages::kNoSuchNote, {std::to_string(body.note)}));
  }
  if (note->struck) work.refuse(409, Message(messages::kStruckAlready));
  if (work.refused()) return;
  work.record(NoteStruck{note->n, body.note});
}

void suggest(Work& work, const Suggest& body) {
  const Instance* instance = suggesting_referral(work, body.n);
  if (instance == nullptr) return;
  const access::Actor& actor = work.command().actor;
  const std::string by = instance->referral->partner;
  const bool theirs = actor.kind == access::ActorKind::partner && actor.partner == by;
  // The desk writes down what the partner said on the telephone.
  if (!theirs && actor.kind != access::ActorKind::staff) {
    work.refuse(403, Message(messages::kNotYourReferral));
  }
  check_suggested(work, *instance, body.partner);
  check_length(work, body.words);
  if (work.refused()) return;
  const InstanceNumber about = instance->parent.value_or(body.n);
  work.record(PartnerSuggested{body.n, by, body.partner, body.words});
  const Message line(messages::kSuggestedLine, {name_of(work, by), name_of(work, body.partner)});
  work.record(AgendaAdded{about, line.in(work.around().desk.settings.language), ""});
}

}  // namespace guichet::cases
