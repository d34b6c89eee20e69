// Files that people send to a case: who may send, who may see, who may take them away.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/digest.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/document_rules.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/papers_messages.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/referral.hpp"

namespace guichet::cases {
namespace {

using access::ActorKind;
using base::Message;

constexpr std::size_t kMegabyte = 1024 * 1024;

bool is_of_desk(const Work& work) {
  const ActorKind kind = work.command().actor.kind;
  return kind == ActorKind::staff || kind == ActorKind::system;
}

// Nothing new goes to a partner that was not asked after all, or did not take it up.
bool is_off(const Instance& referral) {
  using enum model::Meaning;
  return referral.outcome == kUndone ||
         std::ranges::any_of(std::array{withdrawn, declined, silent},
                             [&](auto each) { return referral.outcome == to_text(each); });
}

// Those who are to see it are asked in this case, and the person lets them know of it.
void check_audience(Work& work, const std::vector<std::string>& partners, bool person) {
  if (!is_of_desk(work)) {
    if (!partners.empty() || person) work.refuse(403, Message(messages::kDeskShares));
    return;
  }
  for (const std::string& partner : partners) {
    const auto& all = work.snapshot().instances;
    const auto asked = std::ranges::find_if(all, [&](const Instance& each) {
      return each.referral && each.referral->partner == partner && !is_off(each);
    });
    if (asked == all.end()) {
      work.refuse(422, Message(messages::kNotAskedHere, {partner_called(work, partner)}));
    } else if (!may_pass_on(work, asked->parent.value_or(asked->n), partner)) {
      work.refuse(409, Message(messages::kNoConsentFor, {partner_called(work, partner)}));
    }
  }
}

// A partner sends about what it is asked, the person about her request, the desk about anything.
void check_sender(Work& work, InstanceNumber n) {
  const Snapshot& snapshot = work.snapshot();
  if (snapshot.extras.personal_data_taken) work.refuse(409, Message(messages::kDataGone));
  const Instance* instance = snapshot.find(n);
  if (instance == nullptr) {
    return work.refuse(404, Message(messages::kUnknownInstance, {std::to_string(n.value)}));
  }
  if (is_of_desk(work)) return;
  if (snapshot.closed_at) work.refuse(409, Message(messages::kClosedCase, {snapshot.number}));
  if (work.command().actor.kind != ActorKind::partner) return;
  const bool theirs = instance->referral && !is_off(*instance) &&
                      instance->referral->partner == work.command().actor.partner;
  if (!theirs) work.refuse(403, Message(messages::kNotYourReferral));
}

void check_file(Work& work, const AddDocument& body, const std::string& name) {
  if (work.snapshot().extras.documents.size() >= kMostDocuments) {
    work.refuse(409, Message(messages::kTooManyDocuments, {std::to_string(kMostDocuments)}));
  }
  if (!body.content || body.content->empty()) {
    return work.refuse(422, Message(messages::kEmptyDocument, {name}));
  }
  if (body.content->size() > kMostDocumentBytes) {
    return work.refuse(413, Message(messages::kDocumentTooBig,
                                    {name, std::to_string(kMostDocumentBytes / kMegabyte)}));
  }
  if (media_type_of(*body.content).empty()) {
    work.refuse(415, Message(messages::kDocumentKind, {name}));
  }
}

// Nobody guesses it, and replaying the command makes the same.
std::string key_of_next(const Work& work) {
  const std::string place =
      fmt::format("document/{}/{}", work.snapshot().id.value, work.snapshot().rev + 1);
  return base::hmac_sha256_hex(work.around().secret, place).substr(0, 32);
}

// nullptr, with the reason noted, where the case has none of that key.
const Document* find_document(Work& work, const std::string& key) {
  const auto& all = work.snapshot().extras.documents;
  const auto found = std::ranges::find(all, key, &Document::key);
  if (found != all.end()) return &*found;
  work.refuse(404, Message(messages::kNoSuchDocument));
  return nullptr;
}

// Its sender: for a partner, anybody of the institution; for the person, she alone sends as such.
bool has_sent(const access::Actor& actor, const Document& document) {
  return document.from == to_text(actor.kind) &&
         (actor.kind != ActorKind::partner || document.partner == actor.partner);
}

}  // namespace

void add_document(Work& work, const AddDocument& body) {
  const std::string name = document_name(body.name);
  check_sender(work, body.n);
  check_file(work, body, name);
  check_audience(work, body.partners, body.person);
  if (work.refused()) return;
  const access::Actor& actor = work.command().actor;
  const std::string key = key_of_next(work);
  const std::string media_type(media_type_of(*body.content));
  work.keep({key, body.digest, media_type, body.content});
  work.record(DocumentAdded{.n = body.n,
                            .key = key,
                            .name = name,
                            .media_type = media_type,
                            .digest = body.digest,
                            .size = static_cast<std::int64_t>(body.content->size()),
                            .by = actor.id,
                            .from = std::string(to_text(actor.kind)),
                            .partner = actor.kind == ActorKind::partner ? actor.partner : "",
                            .partners = body.partners,
                            .person = body.person});
}

void share_document(Work& work, const ShareDocument& body) {
  check_staff(work);
  const Document* document = find_document(work, body.key);
  if (document == nullptr) return;
  check_audience(work, body.partners, body.person);
  if (work.refused()) return;
  if (document->partners == body.partners && document->person == body.person) return;
  work.record(
      DocumentShared{document->n, document->key, document->name, body.partners, body.person});
}

void remove_document(Work& work, const RemoveDocument& body) {
  const Document* document = find_document(work, body.key);
  if (document == nullptr) return;
  if (!is_of_desk(work) && !has_sent(work.command().actor, *document)) {
    work.refuse(403, Message(messages::kNotYourDocument));
  }
  if (work.refused()) return;
  work.record(DocumentRemoved{document->n, document->key, document->name});
}

}  // namespace guichet::cases
