#include "rules/convention/report.hpp"

#include "engine/json/json.hpp"

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
                          {"article", one.article.empty() ? Value{} : text(one.article)},
                          {"rule", text(one.rule)}});
        }));
    if (choice.fallback) {
      const Fallback& step = convention.fallback()[*choice.fallback];
      if (step.queue.empty())
        add("via", text(step.id));
      else
        add("fallback", fallback(step));
    }
    if (!choice.waiting.empty())
      add("waiting", list(choice.waiting, [&](const Waiting& one) {
            return context({{"partner", text(one.partner)},
                            {"quota", text(one.quota)},
                            {"until", text(base::iso(one.until))}});
          }));
    if (!choice.review.empty()) add("review", texts(choice.review));
    if (!choice.problems.empty())
      add("problems", list(choice.problems, [&](const auto& one) { return problem(one); }));
    if (explained) {
      add("not_chosen",
          list(choice.not_chosen, [&](const NotChosen& one) { return not_chosen(one); }));
      add("nearest", list(choice.nearest, [&](std::size_t index) {
            return text(choice.not_chosen[index].partner);
          }));
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
    std::vector<feel::Entry> members{
        {"id", text(one.id)},
        {"queue", text(one.queue)},
        {"within", one.within ? text(base::to_text(*one.within)) : Value{}}};
    if (!one.reason.empty()) members.push_back({"reason", text(one.reason)});
    return arena_.context(members);
  }
  Value problem(const tables::Problem& one) {
    return context({{"code", text(one.what.key())}, {"text", text(one.what.in(language_))}});
  }
  Value not_chosen(const NotChosen& one) {
    const Value failed = list(one.failed, [&](const Failure& failure) {
      std::vector<feel::Entry> members{
          {"criterion", text(failure.criterion)},
          {"value", failure.value.empty() ? Value{} : text(failure.value)},
          {"wanted", failure.wanted.empty() ? Value{} : text(failure.wanted)}};
      if (failure.asked_by) {
        members.push_back({"level", text(failure.asked_by->level)});
        if (!failure.asked_by->filter.empty())
          members.push_back({"filter", text(failure.asked_by->filter)});
      }
      return arena_.context(members);
    });
    return context({{"partner", text(one.partner)}, {"failed", failed}});
  }

  base::Language language_;
  feel::Arena arena_;
  std::vector<feel::Entry> members_;
};

}  // namespace

std::string to_json(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language) {
  const Convention& version = choice.version != nullptr ? *choice.version : convention;
  return Writer(language).write(version, choice, explained);
}

}  // namespace guichet::convention
