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
    const base::Location at = text_.at(offset, std::max<std::uint32_t>(length, 1));
    if (lenient_) {
      diagnostics_.warning(at, std::move(what), std::move(hint));
    } else {
      failed_ = true;
      diagnostics_.error(at, std::move(what), std::move(hint));
    }
  }
  void mistake(const Node& node, base::Message what, std::optional<base::Message> hint = {}) {
    mistake(node.offset, node.length, std::move(what), std::move(hint));
  }
  // Is there reason to look for a hint? Not after so many: looking takes time.
  bool wants_hint() { return hints_++ < 50; }
  bool failed() const { return failed_; }
  bool unreadable() const { return unreadable_; }

 private:
  const base::LocatedText& text_;
  base::Diagnostics& diagnostics_;
  bool lenient_;
  int hints_ = 0;
  bool failed_ = false;
  bool unreadable_ = false;
};

}  // namespace guichet::feel
