// Properties as sentences: "never P", "always P", "P leads_to Q within 30bd", "P before Q",
// "at_most 3 P", "every case ends".
#include "workflows/check/lower.hpp"

namespace guichet::check {

namespace {

using base::LocatedText;
using yaml::Entry;
using yaml::Node;

constexpr std::string_view kBlank = " \t\n";

bool is_blank(char c) {
  return kBlank.find(c) != std::string_view::npos;
}

// Where `word` stands between blanks, outside of texts and brackets; npos where it does not.
std::size_t find_word(std::string_view text, std::string_view word) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text && c == '\\') ++i;
    if (c == '"') in_text = !in_text;
    if (in_text) continue;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    const std::size_t end = i + 1 + word.size();
    if (depth == 0 && is_blank(c) && text.substr(i + 1).starts_with(word) && end < text.size() &&
        is_blank(text[end])) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

class Sentence {
 public:
  explicit Sentence(const Node& node)
      : node_(node), text_(node.located().trimmed()), at_(node.location()) {}

  Node lower() const {
    const std::string& text = text_.text();
    for (const std::string_view pattern : {"never", "always"}) {
      if (begins_with(pattern)) return made({{pattern, from(pattern.size())}});
    }
    if (begins_with("at_most")) return bound();
    if (begins_with("every") && words() == "every case ends") {
      return mapping_of({entry("every_case", word("ends", at_), at_)}, at_);
    }
    if (const std::size_t leads = find_word(text, "leads_to"); leads != std::string::npos) {
      return leads_to(leads);
    }
    if (const std::size_t before = find_word(text, "before"); before != std::string::npos) {
      return made({{"first", to(before)}, {"before", from(before + 6)}});
    }
    return node_;
  }

 private:
  using Part = std::pair<std::string_view, LocatedText>;

  bool begins_with(std::string_view word) const {
    const std::string& text = text_.text();
    return text.starts_with(word) && text.size() > word.size() && is_blank(text[word.size()]);
  }

  Node bound() const {
    const LocatedText rest = from(7);
    const std::size_t end = rest.text().find_first_of(kBlank);
    if (end == std::string::npos) return node_;
    return made(
        {{"at_most", rest.sub(0, end)}, {"of", rest.sub(end, rest.text().size() - end).trimmed()}});
  }

  Node leads_to(std::size_t leads) const {
    const LocatedText q = from(leads + 8);
    const std::size_t within = find_word(q.text(), "within");
    if (within == std::string::npos) return made({{"when", to(leads)}, {"leads_to", q}});
    return made({{"when", to(leads)},
                 {"leads_to", q.sub(0, within).trimmed()},
                 {"within", q.sub(within + 6, q.text().size() - within - 6).trimmed()}});
  }

  LocatedText to(std::size_t end) const { return text_.sub(0, end).trimmed(); }
  LocatedText from(std::size_t begin) const {
    return text_.sub(begin, text_.text().size() - begin).trimmed();
  }

  std::string words() const {
    std::string out;
    for (const char c : text_.text()) {
      if (!is_blank(c)) {
        out += c;
      } else if (!out.ends_with(' ')) {
        out += ' ';
      }
    }
    return out;
  }

  Node made(const std::vector<Part>& parts) const {
    std::vector<Entry> entries;
    for (const auto& [key, text] : parts) {
      entries.push_back(entry(std::string(key), Node::scalar(text, text.whole()), at_));
    }
    return mapping_of(std::move(entries), at_);
  }

  const Node& node_;
  LocatedText text_;
  base::Location at_;
};

}  // namespace

Node lower_property(const Node& property) {
  return property.is_scalar() ? Sentence(property).lower() : property;
}

}  // namespace guichet::check
