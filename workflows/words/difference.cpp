// Two annexes compared statement by statement, each by its key.
#include <algorithm>

#include "workflows/words/annexe.hpp"
#include "workflows/words/messages.hpp"

namespace guichet::words {
namespace {

const Section* find(const Annexe& annexe, const std::string& key) {
  const auto found = std::ranges::find(annexe.sections, key, &Section::key);
  return found == annexe.sections.end() ? nullptr : &*found;
}

// The n-th statement under a key, since what has no name may share one.
const Item* find(const Section* section, const std::string& key, std::size_t nth) {
  if (section == nullptr) return nullptr;
  for (const Item& item : section->items) {
    if (item.key == key && nth-- == 0) return &item;
  }
  return nullptr;
}

std::size_t place_among(const Section& section, const Item& item) {
  std::size_t nth = 0;
  for (const Item& other : section.items) {
    if (&other == &item) break;
    if (other.key == item.key) ++nth;
  }
  return nth;
}

std::string whole(const Item& item) {
  std::string out = item.text;
  for (const std::string& each : item.cases) {
    out += out.ends_with('.') || out.ends_with(':') ? " " : " ; ";
    out += each;
  }
  return out;
}

class Difference {
 public:
  explicit Difference(base::Language language) : language_(language) {}

  std::string between(const Annexe& before, const Annexe& after) {
    if (before.title != after.title) {
      line(messages::kReplaced, {before.title, after.title});
    }
    if (before.introduction != after.introduction) {
      line(messages::kReplaced, {before.introduction, after.introduction});
    }
    std::string heads = std::move(body_);
    for (const Section& section : after.sections) {
      changed(find(before, section.key), section);
    }
    for (const Section& section : before.sections) {
      if (find(after, section.key) == nullptr) {
        body_ += "\n## " + section.heading + "\n\n" + removed(section.items);
      }
    }
    const std::string text = (heads.empty() ? "" : "\n") + heads + body_;
    return "# " + say(messages::kDifference, {after.title}) + "\n" +
           (text.empty() ? "\n" + say(messages::kNoDifference) + "\n" : text);
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return base::Message(text, std::move(arguments)).in(language_);
  }
  void line(const base::MessageText& text, std::vector<std::string> arguments) {
    body_ += "- " + say(text, std::move(arguments)) + "\n";
  }
  std::string removed(const std::vector<Item>& items) const {
    std::string out;
    for (const Item& item : items) out += "- " + say(messages::kRemoved, {whole(item)}) + "\n";
    return out;
  }

  void changed(const Section* before, const Section& after) {
    std::string kept = std::move(body_);
    body_.clear();
    if (before != nullptr && before->heading != after.heading) {
      line(messages::kReplaced, {before->heading, after.heading});
    }
    for (const Item& item : after.items) {
      const Item* old = find(before, item.key, place_among(after, item));
      if (old == nullptr) {
        line(messages::kAdded, {whole(item)});
      } else if (whole(*old) != whole(item)) {
        line(messages::kReplaced, {whole(*old), whole(item)});
      }
    }
    if (before != nullptr) {
      for (const Item& item : before->items) {
        if (find(&after, item.key, place_among(*before, item)) == nullptr) {
          line(messages::kRemoved, {whole(item)});
        }
      }
    }
    const std::string said = std::move(body_);
    body_ = std::move(kept);
    if (!said.empty()) body_ += "\n## " + after.heading + "\n\n" + said;
  }

  base::Language language_;
  std::string body_;
};

}  // namespace

std::string difference(const Annexe& before, const Annexe& after, base::Language language) {
  return Difference(language).between(before, after);
}

}  // namespace guichet::words
