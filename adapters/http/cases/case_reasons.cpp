#include "adapters/http/cases/case_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/cases/view_messages.hpp"

namespace guichet::http {
namespace {

std::string criterion_title(const std::string& id, const vocabulary::Vocabulary& fields,
                            base::Language language) {
  if (const vocabulary::Field* field = fields.find(id)) return field->label;
  for (const base::MessageText* text : messages::kCriteria) {
    if (text->key == "criterion-" + id) return base::Message(*text).in(language);
  }
  return spoken(id);
}

// Codes with what they stand for, choices by their labels: few people know 01.45Z. `text` is one
// of them, or several with commas between; anything else stays as it is.
std::string in_words(const std::string& criterion, const std::string& text,
                     const vocabulary::Vocabulary& fields) {
  const vocabulary::Field* field = fields.find(criterion);
  if (field == nullptr) return text;
  const vocabulary::Referential* list = fields.referential(field->referential);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(", ", at), text.size());
    const std::string item = text.substr(at, comma - at);
    at = comma + 2;
    out += out.empty() ? "" : list == nullptr ? ", " : " ; ";
    const auto label = field->value_labels.find(item);
    if (label != field->value_labels.end()) {
      out += label->second;
    } else if (list != nullptr && list->contains(item)) {
      out += item + " " + list->label(item);
    } else {
      out += item;
    }
  }
  return out;
}

PartnerView::Why clause(const cases::Considered::Failure& failure,
                        const vocabulary::Vocabulary& fields, base::Language language) {
  // "case.naf != null" to the author is "the activity is not known yet" to everybody else.
  constexpr std::string_view kIsKnown = " != null";
  if (failure.wanted.ends_with(kIsKnown)) {
    std::string id = failure.wanted.substr(0, failure.wanted.size() - kIsKnown.size());
    id.erase(0, id.rfind('.') + 1);
    if (const vocabulary::Field* field = fields.find(id)) {
      return {field->label, base::Message(messages::kUnknownFact).in(language),
              base::Message(messages::kKnownFact).in(language)};
    }
  }
  return {criterion_title(failure.criterion, fields, language),
          in_words(failure.criterion, failure.value, fields),
          in_words(failure.criterion, failure.wanted, fields)};
}

}  // namespace

std::string article_title(const bundle::Desk& desk, const std::string& id) {
  for (const auto& [unused, convention] : desk.conventions) {
    if (const convention::Article* article = convention->article(id)) {
      return fmt::format("{} · {}", article->id, article->title);
    }
  }
  return id;
}

PartnerView why_of(const cases::Considered& considered, const desk::Desk& desk,
                   base::Language language) {
  PartnerView out{.id = considered.partner,
                  .name = partner_name(desk.directory(), considered.partner),
                  .chosen = considered.chosen,
                  .article = considered.article.empty()
                                 ? ""
                                 : article_title(desk.definition(), considered.article),
                  .rule = considered.rule};
  for (const auto& each : considered.failed) {
    out.failed.push_back(clause(each, *desk.definition().vocabulary, language));
  }
  return out;
}

}  // namespace guichet::http
