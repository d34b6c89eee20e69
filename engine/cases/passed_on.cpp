#include "engine/cases/passed_on.hpp"

#include "engine/cases/consent.hpp"
#include "engine/cases/undone.hpp"

namespace guichet::cases {
namespace {

feel::Stored value_in(const Fields& fields, const std::string& id) {
  const auto found = fields.find(id);
  return found == fields.end() ? feel::Stored() : found->second;
}

// Where the field is a need's or the request's, the nearest one said.
feel::Stored nearest(const Snapshot& snapshot, const Instance& referral, const std::string& id) {
  for (const Instance* at = &referral; at != nullptr;
       at = at->parent ? snapshot.find(*at->parent) : nullptr) {
    feel::Stored said = value_in(at->data, id);
    if (!said.is_null()) return said;
  }
  const Instance* request = snapshot.find(InstanceNumber{1});
  return request == nullptr ? feel::Stored() : value_in(request->data, id);
}

feel::Stored consent_of(const Snapshot& snapshot, const Instance& referral,
                        const vocabulary::Field& field) {
  switch (field.of) {
    case vocabulary::Subject::kase:
      return value_in(snapshot.data, field.id);
    case vocabulary::Subject::person:
      return value_in(snapshot.person, field.id);
    case vocabulary::Subject::firm:
      return value_in(snapshot.firm, field.id);
    default:
      return nearest(snapshot, referral, field.id);
  }
}

}  // namespace

bool is_still_passed_on(const Snapshot& snapshot, const Instance& referral,
                        const bundle::Desk& desk) {
  if (referral.outcome == kUndone || referral.outcome == to_text(model::Meaning::withdrawn)) {
    return false;
  }
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (field.type != vocabulary::FieldType::consent) continue;
    return consent_holds(consent_of(snapshot, referral, field).value(),
                         referral.referral->partner);
  }
  return true;
}

}  // namespace guichet::cases
