#include "rules/feel/pattern.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace guichet::feel {
namespace {

constexpr int kEmptyMillis = 5;  // for a match of the empty text
constexpr std::int32_t kStackBytes = 8 << 20;

// ICU calls this about once a millisecond of matching.
UBool U_CALLCONV may_go_on(const void* time, std::int32_t) {
  // ICU hands back as const what was given to it as its context.
  return static_cast<PatternTime*>(const_cast<void*>(time))->check();
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

// XPath's syntax in ICU's: in a class `-[` subtracts (`--[` in ICU), \p{IsX} is a block
// (\p{InX}), and the flag x drops blanks outside classes.
class Translation {
 public:
  Translation(std::string_view pattern, bool drop_blanks)
      : pattern_(pattern), drop_blanks_(drop_blanks) {}

  std::expected<std::string, PatternProblem> run() {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (drop_blanks_ && nesting_ == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
        ++at_;
      } else if (c == '\\') {
        if (!escape()) return std::unexpected(problem_);
      } else if (c == '[') {
        ++nesting_;
        keep();
      } else if (c == ']') {
        if (nesting_ > 0) --nesting_;
        keep();
      } else if (c == '-' && nesting_ > 0 && next_is('[')) {
        out_ += "--";
        ++at_;
      } else if (c == '(' && nesting_ == 0 && pattern_.substr(at_).starts_with("(?") &&
                 !pattern_.substr(at_).starts_with("(?:")) {
        return std::unexpected(PatternProblem{"(? n'ouvre pas de groupe", "(? opens no group"});
      } else if (c == '&' && nesting_ > 0) {
        out_ += "\\&";
        ++at_;
      } else {
        keep();
      }
    }
    return out_;
  }

 private:
  bool next_is(char c) const { return at_ + 1 < pattern_.size() && pattern_[at_ + 1] == c; }
  void keep() { out_ += pattern_[at_++]; }

  bool escape() {
    ++at_;
    if (drop_blanks_ && nesting_ == 0)
      while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
    if (at_ >= pattern_.size()) return refuse("elle finit par \\", "it ends in \\");
    const char c = pattern_[at_];
    if (c >= '1' && c <= '9' && nesting_ > 0)
      return refuse("un renvoi dans une classe", "a back-reference inside a class");
    static constexpr std::string_view kKnown =
        "nrt\\|.?*+(){}-[]^$sSiIcCdDwWpP/123456789,: \"'=<>!#&@%~`;_";
    if (kKnown.find(c) == std::string_view::npos)
      return refuse("\\" + std::string(1, c) + " n'a pas de sens",
                    "\\" + std::string(1, c) + " means nothing");
    ++at_;
    if (c == 'i' || c == 'I' || c == 'c' || c == 'C') return name_class(c);
    out_ += '\\';
    out_ += c;
    if ((c == 'p' || c == 'P') && at_ < pattern_.size() && pattern_[at_] == '{') return property();
    return true;
  }

  // \p{IsGreek} is a block; the name may hold blanks under the flag x.
  bool property() {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos)
      return refuse("\\p{ n'est pas fermé", "\\p{ is not closed");
    std::string name(pattern_.substr(at_ + 1, close - at_ - 1));
    if (drop_blanks_) std::erase(name, ' ');
    if (name.starts_with("Is")) name.replace(0, 2, "In");
    out_ += "{" + name + "}";
    at_ = close + 1;
    return true;
  }

  // Characters that begin, or continue, an XML name.
  bool name_class(char c) {
    const bool first = c == 'i' || c == 'I';
    const std::string members = first ? "_:\\p{L}" : "\\-._:\\p{L}\\p{N}\\p{M}";
    const bool outside = c == 'I' || c == 'C';
    if (nesting_ > 0 && !outside)
      out_ += members;
    else
      out_ += (outside ? "[^" : "[") + members + "]";
    return true;
  }

  bool refuse(std::string fr, std::string en) {
    problem_ = {std::move(fr), std::move(en)};
    return false;
  }

  std::string_view pattern_;
  bool drop_blanks_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  std::string out_;
  PatternProblem problem_;
};

// XPath's replacement in ICU's: $N takes as many digits as there are groups for; a group that
// does not exist is empty.
std::string replacement_for(std::string_view text, std::int32_t groups) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '$') {
      out += text[at];
      if (text[at] == '\\') out += text[++at];
      continue;
    }
    std::int32_t group = text[++at] - '0';
    const auto digit_after = [&] {
      return at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    };
    while (digit_after() && group * 10 + (text[at + 1] - '0') <= groups)
      group = group * 10 + (text[++at] - '0');
    if (group <= groups) out += "$" + std::to_string(group);
    if (digit_after()) out += '\\';  // a digit that is no part of the group's number
  }
  return out;
}

PatternProblem problem_of(UErrorCode error) {
  switch (error) {
    case U_REGEX_MISSING_CLOSE_BRACKET:
      return {"un [ n'est pas fermé", "a [ is not closed"};
    case U_REGEX_MISMATCHED_PAREN:
      return {"les ( et les ) ne se répondent pas", "its ( and ) do not match"};
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG:
      return {"ce que { } compte ne convient pas", "what { } counts does not fit"};
    case U_REGEX_INVALID_BACK_REF:
      return {"un renvoi à un groupe qui n'existe pas", "a back-reference to no group"};
    case U_REGEX_INVALID_RANGE:
      return {"un intervalle de [ ] va à rebours", "a range in [ ] runs backwards"};
    case U_REGEX_PROPERTY_SYNTAX:
      return {"\\p{ } nomme une catégorie inconnue", "\\p{ } names no known category"};
    default:
      return {"un signe y est mal placé", "a sign is out of place in it"};
  }
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;

  bool matches_empty = false;

  std::unique_ptr<icu::RegexMatcher> matcher(const icu::UnicodeString& text,
                                             PatternTime& time) const {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(text, error));
    if (U_FAILURE(error)) return nullptr;
    matcher->setStackLimit(kStackBytes, error);
    matcher->setMatchCallback(may_go_on, &time, error);
    return matcher;
  }
};

Pattern::Pattern(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::expected<Pattern, PatternProblem> Pattern::compile(std::string_view pattern,
                                                        std::string_view flags) {
  std::uint32_t icu_flags = 0;
  bool drop_blanks = false;
  bool literal = false;
  for (const char flag : flags) {
    switch (flag) {
      case 's':
        icu_flags |= UREGEX_DOTALL;
        break;
      case 'm':
        icu_flags |= UREGEX_MULTILINE;
        break;
      case 'i':
        icu_flags |= UREGEX_CASE_INSENSITIVE;
        break;
      case 'x':
        drop_blanks = true;
        break;
      case 'q':
        literal = true;
        break;
      default:
        return std::unexpected(
            PatternProblem{"« " + std::string(1, flag) + " » n'est pas une option",
                           "'" + std::string(1, flag) + "' is no flag"});
    }
  }
  if (literal) icu_flags |= UREGEX_LITERAL;
  const auto translated = literal ? std::expected<std::string, PatternProblem>(std::string(pattern))
                                  : Translation(pattern, drop_blanks).run();
  if (!translated) return std::unexpected(translated.error());
  UErrorCode error = U_ZERO_ERROR;
  UParseError place{};
  std::unique_ptr<icu::RegexPattern> compiled(
      icu::RegexPattern::compile(unicode(*translated), icu_flags, place, error));
  if (U_FAILURE(error)) return std::unexpected(problem_of(error));
  Pattern result(std::make_unique<Compiled>(Compiled{std::move(compiled)}));
  PatternTime time(kEmptyMillis);
  result.compiled_->matches_empty = result.find("", time).value_or(false);
  return result;
}

std::expected<bool, PatternLimit> Pattern::find(std::string_view text, PatternTime& time) const {
  if (time.spent()) return std::unexpected(PatternLimit::effort);
  const PatternTime::Use use(time);
  const icu::UnicodeString subject = unicode(text);
  const auto matcher = compiled_->matcher(subject, time);
  if (!matcher) return std::unexpected(PatternLimit::effort);
  UErrorCode error = U_ZERO_ERROR;
  const bool found = matcher->find(error);
  if (U_FAILURE(error)) return std::unexpected(PatternLimit::effort);
  return found;
}

bool Pattern::matches_empty() const {
  return compiled_->matches_empty;
}

bool Pattern::is_replacement(std::string_view replacement) {
  for (std::size_t at = 0; at < replacement.size(); ++at) {
    const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
    if (replacement[at] == '$' && !(next >= '0' && next <= '9')) return false;
    if (replacement[at] != '\\') continue;
    if (next != '$' && next != '\\') return false;
    ++at;
  }
  return true;
}

std::expected<std::string, PatternLimit> Pattern::replace(std::string_view text,
                                                          std::string_view replacement,
                                                          std::size_t most_bytes,
                                                          PatternTime& time) const {
  if (time.spent()) return std::unexpected(PatternLimit::effort);
  const PatternTime::Use use(time);
  const icu::UnicodeString subject = unicode(text);
  const auto matcher = compiled_->matcher(subject, time);
  if (!matcher) return std::unexpected(PatternLimit::effort);
  const icu::UnicodeString by = unicode(replacement_for(replacement, matcher->groupCount()));
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString result;
  while (matcher->find(error) && U_SUCCESS(error)) {
    if (!time.check()) return std::unexpected(PatternLimit::effort);
    matcher->appendReplacement(result, by, error);
    if (static_cast<std::size_t>(result.length()) > most_bytes)
      return std::unexpected(PatternLimit::size);
  }
  if (U_FAILURE(error)) return std::unexpected(PatternLimit::effort);
  matcher->appendTail(result);
  std::string out;
  result.toUTF8String(out);
  return out;
}

std::expected<std::vector<std::string>, PatternLimit> Pattern::split(std::string_view text,
                                                                     std::size_t most_parts,
                                                                     PatternTime& time) const {
  if (time.spent()) return std::unexpected(PatternLimit::effort);
  const PatternTime::Use use(time);
  const icu::UnicodeString subject = unicode(text);
  const auto matcher = compiled_->matcher(subject, time);
  if (!matcher) return std::unexpected(PatternLimit::effort);
  UErrorCode error = U_ZERO_ERROR;
  std::vector<std::string> parts;
  std::int32_t last = 0;
  const auto take = [&](std::int32_t from, std::int32_t to) {
    std::string part;
    subject.tempSubStringBetween(from, to).toUTF8String(part);
    parts.push_back(std::move(part));
  };
  while (matcher->find(error) && U_SUCCESS(error)) {
    const std::int32_t end = matcher->end(error);
    if (end == matcher->start(error)) continue;  // an empty match splits nothing
    take(last, matcher->start(error));
    last = end;
    if (parts.size() > most_parts) return std::unexpected(PatternLimit::size);
  }
  if (U_FAILURE(error)) return std::unexpected(PatternLimit::effort);
  take(last, subject.length());
  return parts;
}

}  // namespace guichet::feel
