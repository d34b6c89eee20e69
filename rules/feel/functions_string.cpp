// Built-in functions of strings. Positions count code points from 1; negative ones from the end.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "rules/feel/number.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

constexpr std::size_t kCasedBytesPerStep = 4;
constexpr std::size_t kFoundBytesPerStep = 20;

Value substring(Call& call) {
  const std::string_view text = call.text(0);
  const auto start = truncated(call[1]);
  const auto length = call.given(2) ? truncated(call[2]) : std::optional<std::int64_t>(INT64_MAX);
  if (!start || *start == 0) return call.fail(reasons::kNoSuchPosition);
  if (!length || *length < 1) return call.fail(reasons::kNoSuchLength);
  std::string_view rest;
  if (*start > 0) {
    rest = text.substr(byte_offset(text, static_cast<std::size_t>(*start - 1)));
  } else {
    const std::int64_t from = static_cast<std::int64_t>(code_points(text)) + *start;
    if (from < 0) return call.fail(reasons::kNoSuchPosition);
    rest = text.substr(byte_offset(text, static_cast<std::size_t>(from)));
  }
  return call.string(rest.substr(0, byte_offset(rest, static_cast<std::size_t>(*length))));
}

Value string_length(Call& call) {
  return Value::integer(static_cast<std::int64_t>(code_points(call.text(0))));
}

Value cased(Call& call, bool upper) {
  const std::string_view text = call.text(0);
  if (!call.spend(text.size() / kCasedBytesPerStep)) return {};
  auto unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (upper)
    unicode.toUpper(icu::Locale::getRoot());
  else
    unicode.toLower(icu::Locale::getRoot());
  std::string out;
  unicode.toUTF8String(out);
  return call.string(out);
}

Value upper_case(Call& call) {
  return cased(call, true);
}
Value lower_case(Call& call) {
  return cased(call, false);
}

// Where the second text stands in the first; npos too where the budget is spent.
std::size_t found_at(Call& call) {
  const bool may = call.spend((call.text(0).size() + call.text(1).size()) / kFoundBytesPerStep);
  return may ? find_text(call.text(0), call.text(1)) : std::string_view::npos;
}

Value substring_before(Call& call) {
  const std::size_t at = found_at(call);
  return call.string(at == std::string_view::npos ? "" : call.text(0).substr(0, at));
}

Value substring_after(Call& call) {
  const std::size_t at = found_at(call);
  return call.string(at == std::string_view::npos ? ""
                                                  : call.text(0).substr(at + call.text(1).size()));
}

Value contains(Call& call) {
  return Value::boolean(found_at(call) != std::string_view::npos);
}

Value starts_with(Call& call) {
  return Value::boolean(call.text(0).starts_with(call.text(1)));
}
Value ends_with(Call& call) {
  return Value::boolean(call.text(0).ends_with(call.text(1)));
}

Value string_join(Call& call) {
  const std::string_view delimiter = call.given(1) ? call.text(1) : "";
  if (!call.spend(weight_of(call[0]) / kWeightPerStep)) return {};
  std::string out;
  bool first = true;
  for (const Value& item : call[0].items()) {
    if (item.is_null()) continue;
    if (item.kind() != Kind::string) return call.fail(reasons::kItemNoString);
    if (!first) out += delimiter;
    first = false;
    out += item.text();
    if (out.size() > call.run.evaluation().budget.string_bytes) break;
  }
  return call.string(out);
}

Value to_string(Call& call) {
  if (call[0].is_null()) return call.fail(reasons::kNullHasNoText);
  if (!call.spend(weight_of(call[0]))) return {};
  const auto text = text_within(call[0], call.run.evaluation().budget.string_bytes);
  return text ? call.string(*text) : call.run.stop_for_string(call.node);
}

constexpr BuiltinRow kStringFunctions[] = {
    {"substring", "string: string, start position: number, length: number?", Want::string,
     substring},
    {"string length", "string: string", Want::number, string_length},
    {"upper case", "string: string", Want::string, upper_case},
    {"lower case", "string: string", Want::string, lower_case},
    {"substring before", "string: string, match: string", Want::string, substring_before},
    {"substring after", "string: string, match: string", Want::string, substring_after},
    {"contains", "string: string, match: string", Want::boolean, contains},
    {"starts with", "string: string, match: string", Want::boolean, starts_with},
    {"ends with", "string: string, match: string", Want::boolean, ends_with},
    {"string join", "list: list, delimiter: string??", Want::string, string_join},
    {"string", "from: any", Want::string, to_string},
};

}  // namespace

std::span<const BuiltinRow> string_functions() {
  return kStringFunctions;
}

}  // namespace guichet::feel
