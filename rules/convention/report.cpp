#include "rules/convention/report.hpp"

#include <array>

#include "engine/json/json.hpp"
#include "rules/convention/messages.hpp"

namespace guichet::convention {

namespace {

using feel::Value;

class Writer {
 public:
  explicit Writer(base::Language language) : language_(language) {}

  std::string write(const Convention& convention, const Choice& choice, bool explained) {
    add("theme", choice.theme.empty() ? Value{} : text(choice.theme));
    add("chosen", list(choice.chosen, [&](const Chosen& one) {
          return context({{"partner", text(one.partner)},
                          {"article", text(one.article)},
                          {"rule", text(one.rule)}});
        }));
    if (choice.fallback) add("fallback", fallback(convention.fallback()[*choice.fallback]));
    if (!choice.waiting.empty()) add("waiting", texts(choice.waiting));
    if (!choice.review.empty()) add("review", texts(choice.review));
    if (!choice.problems.empty())
      add("problems", list(choice.problems, [&](const auto& one) { return problem(one); }));
    if (explained) {
      add("not_chosen",
          list(choice.not_chosen, [&](const NotChosen& one) { return not_chosen(one); }));
      add("would_open", list(choice.would_open, [&](const WouldOpen& one) {
            return context({{"field", text(one.field)}, {"partners", texts(one.partners)}});
          }));
    }
    return json::write(arena_.context(members_));
  }

 private:
  void add(std::string_view name, Value value) { members_.push_back({name, value}); }
  Value text(std::string_view text) { return arena_.string(text); }
  Value context(std::initializer_list<feel::Entry> entries) {
    return arena_.context(std::span(entries.begin(), entries.size()));
  }
  template <typename Things, typename Make>
  Value list(const Things& things, Make&& make) {
    std::vector<Value> items;
    for (const auto& thing : things) items.push_back(make(thing));
    return arena_.list(items);
  }
  Value texts(const std::vector<std::string>& words) {
    return list(words, [&](const std::string& word) { return text(word); });
  }

  Value fallback(const Fallback& one) {
    return context({{"id", text(one.id)},
                    {"queue", text(one.queue)},
                    {"within", one.within ? text(base::to_text(*one.within)) : Value{}}});
  }
  Value problem(const tables::Problem& one) {
    return context({{"code", text(one.what.key())}, {"text", text(one.what.in(language_))}});
  }
  Value not_chosen(const NotChosen& one) {
    const Value failed = list(one.failed, [&](const Failure& failure) {
      return context({{"criterion", text(failure.criterion)},
                      {"value", failure.value.empty() ? Value{} : text(failure.value)},
                      {"wanted", failure.wanted.empty() ? Value{} : text(failure.wanted)}});
    });
    return context({{"partner", text(one.partner)}, {"failed", failed}});
  }

  base::Language language_;
  feel::Arena arena_;
  std::vector<feel::Entry> members_;
};

std::string sentence(const Failure& failure, base::Language language) {
  using base::Message;
  struct Special {
    std::string_view criterion;
    const base::MessageText& text;
  };
  const std::array<Special, 7> specials{{{"when", messages::kFailedWhen},
                                         {"quota", messages::kFailedQuota},
                                         {"declined", messages::kFailedDeclined},
                                         {"asked", messages::kFailedAsked},
                                         {"absent", messages::kFailedAbsent},
                                         {"rank", messages::kFailedRank},
                                         {"outside-validity", messages::kFailedValidity}}};
  for (const Special& special : specials) {
    if (failure.criterion != special.criterion) continue;
    if (special.criterion == "when") return Message(special.text, {failure.wanted}).in(language);
    return Message(special.text, {failure.value, failure.wanted}).in(language);
  }
  if (failure.value.empty())
    return Message(messages::kFailedUnknown, {failure.criterion, failure.wanted}).in(language);
  return Message(messages::kFailedOn, {failure.criterion, failure.value, failure.wanted})
      .in(language);
}

}  // namespace

std::string to_json(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language) {
  return Writer(language).write(convention, choice, explained);
}

std::string sentence(const NotChosen& partner, base::Language language) {
  std::string reasons;
  for (const Failure& failure : partner.failed) {
    if (!reasons.empty()) reasons += language == base::Language::fr ? " ; " : "; ";
    reasons += sentence(failure, language);
  }
  return base::Message(messages::kNotChosen, {partner.partner, reasons}).in(language);
}

}  // namespace guichet::convention
