// The forms of a partner's entry: each shows a part of it, and makes the entry with what was typed.
// None does more than its part, so that two people may work on one entry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/web/frame/questions.hpp"
#include "engine/desk/partner_check.hpp"

namespace guichet::web {

struct PartnerForm {
  std::string part;  // "entry", "adviser.a-martin", "new-adviser", "absence", "closure"
  std::string title;
  std::vector<Question> questions;
  // It shows what is there: to be refused where that has changed meanwhile.
  bool replaces = false;

  std::string prefix() const;  // of its inputs' ids
};

class PartnerForms {
 public:
  PartnerForms(const bundle::Desk& desk, base::Language language)
      : desk_(desk), language_(language) {}

  // Nothing where the entry has no such part (any more).
  std::optional<PartnerForm> form(const std::string& part, const bundle::Partner& partner) const;
  std::vector<PartnerForm> all(const bundle::Partner& partner) const;

  struct Filled {
    bundle::Partner partner;
    http::FieldErrors errors;            // by the question's id
    std::vector<base::Message> reasons;  // about what the form does not show
  };
  // Requires: form(part, partner) has something.
  Filled fill(const std::string& part, const bundle::Partner& partner, const http::Pairs& typed,
              const bundle::Partner* before) const;

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> with = {}) const;
  Question line(const char* id, const base::MessageText& label, const std::string& value,
                bool required = false) const;
  Question date(const char* id, const base::MessageText& label) const;
  Question note() const;
  std::vector<Question> adviser_questions(const bundle::Contact& adviser) const;
  std::vector<Question> entry_questions(const bundle::Partner& partner) const;
  std::vector<Question> absence_questions(const bundle::Partner& partner) const;

  const bundle::Desk& desk_;
  base::Language language_;
};

// An id inside the partner, made of a name: "A. Martin" -> "a-martin", or "a-martin-2".
std::string adviser_id(const bundle::Partner& partner, const std::string& name);

}  // namespace guichet::web
