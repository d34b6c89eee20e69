// A case as people read it: names instead of ids, sentences instead of facts, in one language.
// Pages and the JSON API show the same view.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/http/cases/record_views.hpp"
#include "adapters/http/papers/paper_views.hpp"
#include "adapters/http/work/work_view.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {

struct DueView {
  base::InstanceNumber n;
  std::string what;             // "Qualifier la demande", "relance"
  std::string about;            // title of the need, name of the partner
  std::vector<std::string> by;  // titles of roles
  base::Instant due_at{};
  bool task = true;
  std::string task_id;       // of a task
  std::string timer, state;  // of a timer: its name, and the state that declares it
  std::int32_t entry = 0;
  bool overdue = false;
  bool paused = false;   // the clock stands still until a question is answered
  bool allowed = false;  // a task that this actor may say is done
};

struct PartnerView {
  std::string id, name;
  bool chosen = false;
  std::string article;  // "art. 4 · Création"
  std::string rule;
  struct Why {
    std::string criterion, value, wanted;
  };
  std::vector<Why> failed;
};

struct FieldView {
  std::string id, label, value;
};

struct ReferralView {
  base::InstanceNumber n;
  std::string partner, partner_name, state, outcome, article;
  base::Instant since{};
  bool open = true;
};

struct NeedView {
  base::InstanceNumber n;
  std::string title, theme, state, outcome, lead;
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
  bool accompanied = false, success = false;
  std::vector<FieldView> fields;
  std::vector<PartnerView> partners;  // considered: chosen first, then why not the others
  std::vector<std::pair<std::string, std::vector<std::string>>> would_open;  // answer -> partners
  std::vector<ReferralView> referrals;
};

struct HistoryLine {
  std::int64_t seq = 0;
  base::Instant at{};
  std::string actor, about, text;
  std::string kind;  // the fact's type, for marks and filters
};

struct LetterView {
  std::string key, letter, to, channel, subject, text, status, reason;
  base::Instant made_at{}, leaves_at{};
};

struct FieldInput {
  const vocabulary::Field* field = nullptr;
  bool required = false;
  std::vector<std::string> values;  // what is known already; several where the field takes many
};

struct OfferView {
  cases::Offer offer;
  std::string about;  // title of the need, name of the partner
  std::vector<FieldInput> inputs;
  std::vector<std::string> proposed;   // of the engine's tick: partners that are ticked already
  std::vector<std::string> suggested;  // of the engine's tick: by partners that were asked
};

struct IncidentView {
  std::int64_t incident = 0;  // its number, for whoever settles it
  std::string code, text;
  base::Instant at{};
};

struct CaseView {
  base::CaseId id;
  std::int64_t rev = 0;
  std::string number, person, firm, place, owner, verdict;
  std::string request_state;
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
  std::vector<FieldView> fields;  // of request, person, firm and case
  std::vector<NeedView> needs;
  std::vector<DueView> due;  // by date
  std::vector<OfferView> offers;
  std::vector<HistoryLine> history;  // the newest first
  std::vector<LetterView> letters;
  std::vector<std::string> agenda;
  std::vector<IncidentView> incidents;  // open ones
  std::vector<UndoView> undo;           // none or one
  ConsentView consent;
  std::vector<OtherCaseView> merged_into;  // none or one
  std::vector<OtherCaseView> joined;       // cases merged into this one
  std::vector<OtherCaseView> apart;        // cases that are not about the same person or firm
  std::vector<NoteView> notes;
  std::vector<DocumentView> documents;
  std::vector<SuggestionView> suggestions;
};

// As much of the case as the principal may see; nothing where there is none, or none for her.
std::optional<CaseView> view_case(desk::Desk& desk, base::CaseId id,
                                  const access::Principal& principal, base::Language language);

// Its needs and what may be done, of a case that is read already: no history, no letters.
std::optional<CaseView> view_now(desk::Desk& desk, const cases::Snapshot& snapshot,
                                 const access::Principal& principal, base::Language language);

// A fact as a sentence; empty for facts that say nothing to people.
std::string sentence(const cases::Event& event, const cases::Snapshot& snapshot,
                     const bundle::Desk& desk, const bundle::Directory& directory,
                     base::Language language);
// Title of the state that an instance stands in, of a role, name of a partner, of an article.
std::string state_title(const bundle::Desk& desk, const cases::Instance& instance);
std::string role_title(const bundle::Desk& desk, const std::string& id);
// Who has what is for a role: of the owner's, she who is there that day; else the role's title.
std::string holder_name(const bundle::Desk& desk, const std::string& role, const std::string& owner,
                        base::Day today);
// How an answer came: "telephone" for the channel `phone`.
std::string channel_title(const std::string& id, base::Language language);
// A name of YAML that has no title ("sans_reponse") as people read it.
std::string spoken(std::string name);
std::string partner_name(const bundle::Directory& directory, const std::string& id);

}  // namespace guichet::http
