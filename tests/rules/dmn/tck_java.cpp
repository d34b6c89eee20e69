#include "tests/rules/dmn/tck_java.hpp"

#include <charconv>
#include <cmath>

#include "rules/feel/messages.hpp"
#include "rules/feel/number.hpp"

namespace guichet::dmn::tck {
namespace {

using feel::Evaluation;
using feel::Kind;
using feel::Value;
using Arguments = std::span<const Value>;

Value refuse(Evaluation& run, const std::string& name) {
  run.notes.push_back({0, 0, base::Message(feel::messages::kArgumentTypes, {name, "argument"})});
  return {};
}

bool all(Arguments arguments, Kind kind) {
  for (const Value& argument : arguments)
    if (argument.kind() != kind) return false;
  return true;
}

// The shortest text that reads back to the same number, as Java has it.
template <typename Float>
Value number_of(Float value, Evaluation& run) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, value);
  return run.arena.number({text, end.ptr}).value_or(Value());
}

Value cos(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::number)) return refuse(run, "cos");
  return number_of(std::cos(arguments[0].as_double()), run);
}

Value max(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::number)) return refuse(run, "max");
  return *feel::compare(arguments[0], arguments[1]) < 0 ? arguments[1] : arguments[0];
}

Value max_of_floats(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::number)) return refuse(run, "max");
  return number_of(std::max(static_cast<float>(arguments[0].as_double()),
                            static_cast<float>(arguments[1].as_double())),
                   run);
}

// Integers of so many bits; a fraction is cut off, what does not fit is refused.
template <int bits>
Value integer(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::number)) return refuse(run, "valueOf");
  const auto whole = feel::truncated(arguments[0]);
  constexpr std::int64_t kMost = (std::int64_t{1} << (bits - 1)) - 1;
  if (!whole || *whole > kMost || *whole < -kMost - 1) return refuse(run, "valueOf");
  return Value::integer(*whole);
}

Value number_of_text(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::string)) return refuse(run, "valueOf");
  const auto number = run.arena.number(arguments[0].text());
  return number ? *number : refuse(run, "valueOf");
}

Value integer_of_text(Arguments arguments, Evaluation& run) {
  const Value number = number_of_text(arguments, run);
  return number.is_null() || number.as_integer() ? number : refuse(run, "valueOf");
}

Value text_of_char(Arguments arguments, Evaluation& run) {
  if (!all(arguments, Kind::string) || arguments[0].text().size() != 1)
    return refuse(run, "valueOf");
  return arguments[0];
}

// %s alone is known.
Value format(Arguments arguments, Evaluation& run) {
  if (arguments[0].kind() != Kind::string) return refuse(run, "format");
  std::string text(arguments[0].text());
  std::size_t from = 0;
  for (const Value& argument : arguments.subspan(1)) {
    const std::size_t found = text.find("%s", from);
    if (found == std::string::npos) break;
    const std::string shown = feel::to_text(argument);
    text.replace(found, 2, shown);
    from = found + shown.size();
  }
  return run.arena.string(text);
}

}  // namespace

std::vector<ExternalFunction> java_functions() {
  return {{"java.lang.Math", "cos(double)", cos},
          {"java.lang.Math", "max(double,double)", max},
          {"java.lang.Math", "max(int,int)", max},
          {"java.lang.Math", "max(long,long)", max},
          {"java.lang.Math", "max(float,float)", max_of_floats},
          {"java.lang.Short", "valueOf(short)", integer<16>},
          {"java.lang.Byte", "valueOf(byte)", integer<8>},
          {"java.lang.Integer", "valueOf(java.lang.String)", integer_of_text},
          {"java.lang.Float", "valueOf(java.lang.String)", number_of_text},
          {"java.lang.Double", "valueOf(java.lang.String)", number_of_text},
          {"java.lang.String", "valueOf(char)", text_of_char},
          {"java.lang.String", "format(java.lang.String,[Ljava.lang.Object;)", format}};
}

}  // namespace guichet::dmn::tck
