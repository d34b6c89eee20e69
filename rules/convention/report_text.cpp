// A choice in sentences.
#include <array>

#include "rules/convention/messages.hpp"
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
  Page(const Convention& convention, base::Language language)
      : convention_(convention), language_(language) {}

  std::string write(const Choice& choice, bool explained) {
    line(choice.theme.empty() ? Message(messages::kThemeUnknown)
                              : Message(messages::kTheme, {choice.theme}));
    if (choice.chosen.empty()) item(Message(messages::kNobody));
    for (const Chosen& one : choice.chosen) item(chosen(one));
    if (choice.fallback) {
      const Fallback& step = convention_.fallback()[*choice.fallback];
      item(step.queue.empty() ? Message(messages::kVia, {step.id})
                              : Message(messages::kQueue, {step.queue, step.id}));
    }
    for (const Waiting& one : choice.waiting)
      item(Message(messages::kWaiting, {one.partner, base::iso(one.until), one.quota}));
    for (const std::string& one : choice.review) item(Message(messages::kReview, {one}));
    for (const tables::Problem& one : choice.problems) item(one.what);
    if (!explained) return std::move(text_);
    line(Message(messages::kOthers));
    std::vector<bool> written(choice.not_chosen.size());
    for (const std::size_t index : choice.nearest) {
      item(sentence(choice.not_chosen[index], language_));
      written[index] = true;
    }
    for (std::size_t i = 0; i < written.size(); ++i)
      if (!written[i]) item(sentence(choice.not_chosen[i], language_));
    for (const WouldOpen& one : choice.would_open) {
      std::string partners;
      for (const std::string& id : one.partners) partners += (partners.empty() ? "" : ", ") + id;
      line(Message(messages::kWouldOpen, {one.field, partners}));
    }
    return std::move(text_);
  }

 private:
  Message chosen(const Chosen& one) const {
    const Article* article = convention_.article(one.article);
    if (article == nullptr || article->id.empty())
      return Message(messages::kChosen, {one.partner, one.rule});
    return Message(messages::kChosenUnder, {one.partner, one.article, article->title, one.rule});
  }
  void line(const Message& message) { text_ += message.in(language_) + "\n"; }
  void item(const Message& message) { item(message.in(language_)); }
  void item(const std::string& text) { text_ += "  " + text + "\n"; }

  const Convention& convention_;
  base::Language language_;
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
                    base::Language language) {
  const Convention& version = choice.version != nullptr ? *choice.version : convention;
  return Page(version, language).write(choice, explained);
}

}  // namespace guichet::convention
