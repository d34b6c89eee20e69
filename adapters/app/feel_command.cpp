#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::app {
namespace {

// An expression, and the values of its names, are small things written by people.
constexpr std::size_t kMostBytes = 1 << 20;
// What is printed: more is an expression that ran away.
constexpr std::size_t kMostPrinted = 4 << 20;

int refuse(const base::MessageText& what, std::vector<std::string> arguments,
           base::Language language) {
  const base::Message message(what, std::move(arguments));
  std::cerr << "guichet: error [" << message.key() << "]: " << message.in(language) << "\n";
  return kWrongInput;
}

// Options first, then `--` and the expression, so that one that begins with a minus is taken for no
// option.
Words in_order(const Words& words) {
  Words options, positionals;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool option = word.size() > 2 && word.starts_with("--") &&
                        std::isalpha(static_cast<unsigned char>(word[2])) != 0;
    if (!option) {
      positionals.push_back(word);
      continue;
    }
    options.push_back(word);
    const bool takes_value = word == "--context" || word == "--lang";
    if (takes_value && i + 1 < words.size()) options.push_back(words[++i]);
  }
  if (!positionals.empty() && positionals.front() == "--") positionals.erase(positionals.begin());
  options.emplace_back("--");
  options.insert(options.end(), positionals.begin(), positionals.end());
  return options;
}

// The size of a file that an argument names, or of the argument.
std::size_t size_of(const std::string& given) {
  if (!given.starts_with('@')) return given.size();
  std::error_code absent;
  const std::uintmax_t size = std::filesystem::file_size(given.substr(1), absent);
  return absent ? 0 : static_cast<std::size_t>(size);
}

std::string from_standard_input() {
  std::string text(kMostBytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// What is known of a value before anything is computed: which members there are, so that names
// with spaces are read whole and a slip of the hand is told.
feel::Type members_of(const feel::Value& value) {
  if (value.kind() == feel::Kind::list) {
    if (value.items().empty()) return feel::Type::any();
    const feel::Type first = members_of(value.items().front());
    return value.items().size() == 1 ? feel::Type::list_of(first) : feel::Type::any();
  }
  if (value.kind() != feel::Kind::context) return feel::Type::any();
  std::vector<std::pair<std::string, feel::Type>> members;
  for (const feel::Entry& entry : value.entries())
    members.emplace_back(entry.name, members_of(entry.value));
  return feel::Type::context(std::move(members));
}

// How much text a value comes to, roughly; counting ends past the limit.
void count_text(const feel::Value& value, std::size_t& bytes) {
  if (bytes > kMostPrinted) return;
  constexpr std::size_t kOfScalar = 16;
  switch (value.kind()) {
    case feel::Kind::string:
      bytes += value.text().size();
      return;
    case feel::Kind::list:
      for (const feel::Value& item : value.items()) {
        count_text(item, bytes);
        if (bytes > kMostPrinted) return;
      }
      return;
    case feel::Kind::context:
      for (const feel::Entry& entry : value.entries()) {
        bytes += entry.name.size();
        count_text(entry.value, bytes);
        if (bytes > kMostPrinted) return;
      }
      return;
    default:
      bytes += kOfScalar;
  }
}

// Prints the value, or why there is none.
int print(const feel::Value& value, base::Language language) {
  std::size_t bytes = 0;
  count_text(value, bytes);
  if (bytes > kMostPrinted)
    return refuse(messages::kResultTooLarge, {std::to_string(kMostPrinted)}, language);
  std::cout << json::write(value) << "\n";
  return kDone;
}

int evaluate(const std::string& text, const feel::Value& context, base::Language language) {
  feel::Scope scope;
  std::vector<feel::Value> variables;
  for (const feel::Entry& entry : context.entries()) {
    scope.declare(std::string(entry.name), members_of(entry.value));
    variables.push_back(entry.value);
  }
  const base::Source source = base::make_source("<expression>", text);
  const base::LocatedText located(text, {source, 0, static_cast<std::uint32_t>(text.size())});
  base::Diagnostics diagnostics;
  const feel::Expression expression = feel::compile(located, scope, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (expression.empty()) return kWrongInput;
  feel::Arena arena;
  feel::Evaluation run{
      .arena = arena,
      .now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
  const feel::Value value = feel::evaluate(expression, variables, run);
  base::Diagnostics reasons;
  if (run.over_budget) {
    const feel::Note& note = run.notes.back();
    reasons.error(located.at(note.offset, note.length), note.what);
    std::cerr << render_text(reasons, language);
    return kWrongInput;
  }
  // Why a null came to be is said beside it, where loading has not said so; the value itself is the
  // answer all the same.
  for (const feel::Note& note : run.notes) {
    const base::Location at = located.at(note.offset, note.length);
    const bool told =
        std::any_of(diagnostics.list().begin(), diagnostics.list().end(),
                    [&](const base::Diagnostic& one) { return one.at.offset == at.offset; });
    if (!told) reasons.warning(at, note.what);
  }
  std::cerr << render_text(reasons, language);
  return print(value, language);
}

}  // namespace

int run_feel(const Words& words) {
  const Usage usage{.command = "feel",
                    .summary = "Evaluates a FEEL expression and prints its value as JSON.",
                    .positionals = {"EXPRESSION"},
                    .options = {{"context", "JSON|@FILE", "values of the names that it uses"}},
                    .epilogue =
                        "EXPRESSION may be - for the standard input.\n"
                        "Example: guichet feel 'effectif < 20' --context '{\"effectif\": 12}'"};
  const auto arguments = Arguments::parse(usage, in_order(words));
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string text =
      arguments->at(0) == "-" ? from_standard_input() : std::string(arguments->at(0));
  const std::string given = arguments->get("context", "{}");
  if (text.size() > kMostBytes || size_of(given) > kMostBytes)
    return refuse(messages::kTooLarge, {std::to_string(kMostBytes)}, language);
  if (base::find_invalid_utf8(text) != std::string::npos)
    return refuse(messages::kNotUtf8, {}, language);
  const auto context = read_json_argument(given, language);
  if (!context) return context.error();
  if (context->value().kind() != feel::Kind::context)
    return refuse(messages::kContextExpected, {}, language);
  return evaluate(text, context->value(), language);
}

}  // namespace guichet::app
