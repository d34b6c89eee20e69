// The short forms of timers: what they do without `do`.
#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/lower.hpp"

namespace guichet::check {

namespace {

using base::Message;
using yaml::Entry;
using yaml::Node;

constexpr std::string_view kShortForms[] = {"remind",    "escalate", "notify", "letter", "template",
                                            "open_task", "task",     "record", "then"};

class TimerLowering {
 public:
  TimerLowering(Lowering& shared, const View& timer)
      : shared_(shared), timer_(lower_declaration(shared, timer)) {}

  View lower() {
    read_short_forms();
    read_then();
    View::Items items;
    for (const View::Item& item : timer_.entries()) {
      const std::string& key = item.key->text();
      if (std::ranges::find(kShortForms, key) != std::end(kShortForms)) continue;
      if (key == "every" && !timer_.find("after") && !timer_.find("at")) {
        items.push_back({&shared_.keep_word("after", item.key->location()), item.value});
      }
      if (key != "do" && key != "choose") items.push_back(item);
    }
    add_blocks(items);
    return timer_.with(std::move(items));
  }

 private:
  // In this order they run, before the arm's own block.
  void read_short_forms() {
    bool sends = false;
    for (const std::string_view key : {"remind", "escalate", "notify"}) {
      const View::Item* item = find(key);
      if (item == nullptr || item->value.node().is_mapping()) continue;
      sends = true;
      std::vector<Entry> verb{{*item->key, item->value.node()}};
      if (const View::Item* letter = find_letter()) {
        verb.push_back(entry("letter", letter->value.node(), letter->key->location()));
      }
      add_first(std::move(verb), *item);
    }
    if (const View::Item* letter = find_letter(); letter != nullptr && !sends) {
      shared_.diagnostics.error(letter->value.location(),
                                Message(messages::kNeeds, {"letter", "remind"}));
    }
    for (const std::string_view key : {"open_task", "task", "record"}) {
      const View::Item* item = find(key);
      if (item != nullptr) add_first({{*item->key, as_node(item->value)}}, *item);
    }
  }

  // Run at the last of `times`, after the rest.
  void read_then() {
    const View::Item* then = find("then");
    if (then == nullptr) return;
    const Node value = as_node(then->value);
    const base::Location& at = then->key->location();
    if (first_.empty()) made_at_ = at;
    Node block =
        value.is_sequence() ? lower_block(value) : list_of({lower_verb(value)}, value.location());
    if (!timer_.find("every")) {
      for (const Node& verb : block.items()) last_.push_back(verb);
      return;
    }
    if (!timer_.find("times")) {
      shared_.diagnostics.error(at, Message(messages::kNeeds, {"then", "times"}));
    }
    Node branch = mapping_of(
        {entry("when", word("event.last", at), at), entry("do", std::move(block), at)}, at);
    last_.push_back(mapping_of({entry("if", std::move(branch), at)}, at));
  }

  void add_blocks(View::Items& items) {
    if (const View::Item* choose = find("choose"); choose != nullptr) {
      std::vector<Node> arms;
      for (const Node& arm : choose->value.node().items()) arms.push_back(with_block(arm));
      const bool list = choose->value.node().is_sequence();
      items.push_back(
          {choose->key, list ? shared_.keep(list_of(std::move(arms), choose->value.location()))
                             : choose->value});
    }
    const View::Item* own = find("do");
    if (own != nullptr && (first_.empty() && last_.empty())) {
      items.push_back(*own);
    } else if (own != nullptr || (!find("choose") && !(first_.empty() && last_.empty()))) {
      Node block = around(own != nullptr ? own->value.node() : list_of({}, made_at_), made_at_);
      items.push_back({&shared_.keep_word("do", made_at_), shared_.keep(std::move(block))});
    }
  }

  Node with_block(const Node& arm) const {
    if (!arm.is_mapping() || (first_.empty() && last_.empty())) return arm;
    std::vector<Entry> entries;
    const Node* own = yaml::at(arm, "do");
    for (const Entry& each : arm.entries()) {
      if (each.key.text() != "do") entries.push_back(each);
    }
    Node block = around(own != nullptr ? *own : list_of({}, made_at_), made_at_);
    entries.push_back(entry("do", std::move(block), made_at_));
    return mapping_of(std::move(entries), arm.location());
  }

  Node around(const Node& own, const base::Location& at) const {
    std::vector<Node> verbs = first_;
    verbs.insert(verbs.end(), own.items().begin(), own.items().end());
    verbs.insert(verbs.end(), last_.begin(), last_.end());
    return list_of(std::move(verbs), at);
  }

  void add_first(std::vector<Entry> verb, const View::Item& from) {
    made_at_ = from.key->location();
    first_.push_back(lower_verb(mapping_of(std::move(verb), from.value.location())));
  }

  const View::Item* find_letter() {
    const View::Item* letter = find("letter");
    return letter != nullptr ? letter : find("template");
  }

  const View::Item* find(std::string_view key) {
    if (entries_.empty()) entries_ = timer_.entries();
    const auto found = std::ranges::find_if(
        entries_, [&](const View::Item& item) { return item.key->text() == key; });
    return found == entries_.end() ? nullptr : &*found;
  }

  Lowering& shared_;
  View timer_;
  View::Items entries_;
  std::vector<Node> first_, last_;
  base::Location made_at_ = timer_.location();  // of a `do` that nobody wrote
};

}  // namespace

View lower_timer(Lowering& lowering, const View& timer) {
  return TimerLowering(lowering, timer).lower();
}

}  // namespace guichet::check
