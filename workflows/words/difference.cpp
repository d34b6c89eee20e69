// Two annexes compared statement by statement, each by its key.
#include <algorithm>
#include <set>

#include "workflows/words/annexe.hpp"
#include "workflows/words/messages.hpp"

namespace guichet::words {
namespace {

constexpr std::size_t kSameHeading = 1000;  // speaks more than any number of statements

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

// Statements that both make in the same words.
std::size_t same_statements(const Section& a, const Section& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a.items, [&](const Item& item) {
    return std::ranges::any_of(b.items,
                               [&](const Item& other) { return whole(item) == whole(other); });
  }));
}

// What was called by another id before: a section that is gone and is headed as this one, or says
// at least half of what this one says; of several the one that says most of it.
const Section* renamed_to(const Section& section, const Annexe& before, const Annexe& after) {
  const Section* best = nullptr;
  std::size_t most = 0;
  for (const Section& gone : before.sections) {
    if (find(after, gone.key) != nullptr) continue;
    const std::size_t same = same_statements(gone, section);
    const bool alike = 2 * same >= std::max(gone.items.size(), section.items.size());
    const std::size_t weight = same + (gone.heading == section.heading ? kSameHeading : 0);
    if ((!alike && gone.heading != section.heading) || weight <= most) continue;
    best = &gone;
    most = weight;
  }
  return best;
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
    std::set<const Section*> renamed;
    for (const Section& section : after.sections) {
      const Section* then = find(before, section.key);
      if (then == nullptr) {
        then = renamed_to(section, before, after);
        if (then != nullptr && !renamed.insert(then).second) then = nullptr;
      }
      changed(then, section);
    }
    for (const Section& section : before.sections) {
      if (find(after, section.key) == nullptr && !renamed.contains(&section)) {
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
      line(messages::kRenamed, {before->heading, after.heading});
    }
    const auto says = [](const Section* section, const Item& item) {
      return section != nullptr && std::ranges::any_of(section->items, [&](const Item& other) {
               return whole(other) == whole(item);
             });
    };
    for (const Item& item : after.items) {
      const Item* old = find(before, item.key, place_among(after, item));
      if (old == nullptr && says(before, item)) continue;  // under another name
      if (old == nullptr) {
        line(messages::kAdded, {whole(item)});
      } else if (whole(*old) != whole(item)) {
        line(messages::kReplaced, {whole(*old), whole(item)});
      }
    }
    if (before != nullptr) {
      for (const Item& item : before->items) {
        if (find(&after, item.key, place_among(*before, item)) == nullptr && !says(&after, item)) {
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
