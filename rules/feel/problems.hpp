// Where the parser and the checker put the mistakes of one expression.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "rules/feel/messages.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

class Problems {
 public:
  Problems(const base::LocatedText& text, base::Diagnostics& diagnostics, bool lenient)
      : text_(text), diagnostics_(diagnostics), lenient_(lenient) {}

  // The text is no expression: nothing can come of it.
  void fatal(std::uint32_t offset, std::uint32_t length, base::Message what,
             std::optional<base::Message> hint = {}) {
    failed_ = unreadable_ = true;
    diagnostics_.error(text_.at(offset, std::max<std::uint32_t>(length, 1)), std::move(what),
                       std::move(hint));
  }
  // It is one, and will not do what it says: a warning where the scope is lenient.
  void mistake(std::uint32_t offset, std::uint32_t length, base::Message what,
               std::optional<base::Message> hint = {}) {
    failed_ = failed_ || !lenient_;
    if (++mistakes_ > kMostMistakes + 1) return;
    if (mistakes_ > kMostMistakes) {  // said at the end, after those that are shown
      what = base::Message(messages::kMoreMistakes, {std::to_string(kMostMistakes)});
      hint.reset();
      offset = static_cast<std::uint32_t>(std::max<std::size_t>(text_.text().size(), 1) - 1);
      length = 1;
    }
    const base::Location at = text_.at(offset, std::max<std::uint32_t>(length, 1));
    if (lenient_) {
      diagnostics_.warning(at, std::move(what), std::move(hint));
    } else {
      diagnostics_.error(at, std::move(what), std::move(hint));
    }
  }
  void mistake(const Node& node, base::Message what, std::optional<base::Message> hint = {}) {
    mistake(node.offset, node.length, std::move(what), std::move(hint));
  }
  // It does what it says, which can hardly be what was meant.
  void doubt(const Node& node, base::Message what, std::optional<base::Message> hint = {}) {
    if (++doubts_ <= kMostMistakes)
      diagnostics_.warning(text_.at(node.offset, std::max<std::uint32_t>(node.length, 1)),
                           std::move(what), std::move(hint));
  }
  std::string_view text_of(const Node& node) const {
    return std::string_view(text_.text()).substr(node.offset, node.length);
  }
  // Is there reason to look for a hint? Not where nobody will see it: looking takes time.
  bool wants_hint() const { return mistakes_ < kMostMistakes; }
  bool failed() const { return failed_; }
  bool unreadable() const { return unreadable_; }

 private:
  // Of one expression; whoever made more has made one mistake many times.
  static constexpr int kMostMistakes = 50;

  const base::LocatedText& text_;
  base::Diagnostics& diagnostics_;
  bool lenient_;
  int mistakes_ = 0;
  int doubts_ = 0;
  bool failed_ = false;
  bool unreadable_ = false;
};

}  // namespace guichet::feel
