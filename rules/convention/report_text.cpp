// A choice in sentences.
#include <array>

#include "rules/convention/report.hpp"
#include "rules/convention/report_messages.hpp"

namespace guichet::convention {

namespace {

using base::Message;

// The keys of reasons that are no facts, and their sentences: value, wanted.
struct Special {
  std::string_view criterion;
  const base::MessageText& text;
};
const std::array<Special, 6> kSpecials{{{"quota", messages::kFailedQuota},
                                        {"declined", messages::kFailedDeclined},
                                        {"asked", messages::kFailedAsked},
                                        {"absent", messages::kFailedAbsent},
                                        {"rank", messages::kFailedRank},
                                        {"outside-validity", messages::kFailedValidity}}};

std::string reason(const Failure& failure, base::Language language) {
  if (failure.criterion == "when")
    return Message(messages::kFailedWhen, {failure.wanted}).in(language);
  for (const Special& special : kSpecials)
    if (failure.criterion == special.criterion)
      return Message(special.text, {failure.value, failure.wanted}).in(language);
  const std::string& title = failure.title.empty() ? failure.criterion : failure.title;
  if (failure.value.empty() && failure.wanted.empty())
    return Message(messages::kFailedInput, {title}).in(language);
  const bool known = !failure.value.empty();
  if (failure.wanted.empty()) return Message(messages::kFailedNotKnown, {title}).in(language);
  return known ? Message(messages::kFailedOn, {title, failure.value, failure.wanted}).in(language)
               : Message(messages::kFailedUnknown, {title, failure.wanted}).in(language);
}

class Page {
 public:
  Page(const Convention& convention, base::Language language, const Naming& naming)
      : convention_(convention), language_(language), naming_(naming) {}

  std::string write(const Choice& choice, bool explained) {
    line(choice.theme.empty() ? Message(messages::kThemeUnknown)
                              : Message(messages::kTheme, {named(naming_.theme, choice.theme)}));
    if (choice.chosen.empty()) item(Message(messages::kNobody));
    for (const Chosen& one : choice.chosen) item(chosen(one));
    if (choice.fallback) {
      const Fallback& step = convention_.fallback()[*choice.fallback];
      item(step.queue.empty() ? Message(messages::kVia, {step.id})
                              : Message(messages::kQueue, {step.queue, step.id}));
    }
    for (const Waiting& one : choice.waiting)
      item(Message(messages::kWaiting, {partner(one.partner), base::iso(one.until), one.quota}));
    for (const std::string& one : choice.review) item(Message(messages::kReview, {partner(one)}));
    for (const tables::Problem& one : choice.problems) item(one.what);
    if (!explained) return std::move(text_);
    line(Message(messages::kOthers));
    std::vector<bool> written(choice.not_chosen.size());
    for (const std::size_t index : choice.nearest) {
      item(not_chosen(choice.not_chosen[index]));
      written[index] = true;
    }
    for (std::size_t i = 0; i < written.size(); ++i)
      if (!written[i]) item(not_chosen(choice.not_chosen[i]));
    for (const WouldOpen& one : choice.would_open) {
      std::string partners;
      for (const std::string& id : one.partners)
        partners += (partners.empty() ? "" : ", ") + partner(id);
      line(Message(messages::kWouldOpen, {named(naming_.field, one.field), partners}));
    }
    return std::move(text_);
  }

 private:
  Message chosen(const Chosen& one) const {
    const Article* article = convention_.article(one.article);
    if (article == nullptr || article->id.empty())
      return Message(messages::kChosen, {partner(one.partner), one.rule});
    return Message(messages::kChosenUnder,
                   {partner(one.partner), one.article, article->title, one.rule});
  }
  // A fact without a title of its own goes by the label of the field that it asks for.
  std::string not_chosen(NotChosen one) const {
    one.partner = partner(one.partner);
    for (Failure& failure : one.failed)
      for (const Fact& fact : convention_.facts())
        if (fact.id == failure.criterion && fact.title == fact.id && !fact.field.empty())
          failure.title = named(naming_.field, fact.field);
    return sentence(one, language_);
  }
  std::string partner(const std::string& id) const { return named(naming_.partner, id); }
  static std::string named(const std::function<std::string(const std::string&)>& name,
                           const std::string& id) {
    return name ? name(id) : id;
  }
  void line(const Message& message) { text_ += message.in(language_) + "\n"; }
  void item(const Message& message) { item(message.in(language_)); }
  void item(const std::string& text) { text_ += "  " + text + "\n"; }

  const Convention& convention_;
  base::Language language_;
  const Naming& naming_;
  std::string text_;
};

}  // namespace

std::string sentence(const Origin& origin, base::Language language) {
  if (origin.kind == Origin::Kind::defaults)
    return (origin.level.empty() ? Message(messages::kByDefault)
                                 : Message(messages::kDefaultOf, {origin.level}))
        .in(language);
  if (origin.filter.empty())
    return (origin.level.empty() ? Message(messages::kCommonFilter)
                                 : Message(messages::kFilterOf, {origin.level}))
        .in(language);
  return (origin.level.empty() ? Message(messages::kNamedFilter, {origin.filter})
                               : Message(messages::kNamedFilterOf, {origin.filter, origin.level}))
      .in(language);
}

std::string sentence(const Failure& failure, base::Language language) {
  std::string text = reason(failure, language);
  if (failure.asked_by) text += " (" + sentence(*failure.asked_by, language) + ")";
  return text;
}

std::string sentence(const NotChosen& partner, base::Language language) {
  std::string reasons;
  for (const Failure& failure : partner.failed) {
    if (!reasons.empty()) reasons += language == base::Language::fr ? " ; " : "; ";
    reasons += sentence(failure, language);
  }
  return Message(messages::kNotChosen, {partner.partner, reasons}).in(language);
}

std::string to_text(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language, const Naming& naming) {
  const Convention& version = choice.version != nullptr ? *choice.version : convention;
  return Page(version, language, naming).write(choice, explained);
}

}  // namespace guichet::convention
