#include "adapters/app/arguments.hpp"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <cstdlib>
#include <iostream>

namespace guichet::app {
namespace {

namespace po = boost::program_options;

po::options_description described(const Usage& usage) {
  po::options_description out("Options");
  for (const Option& option : usage.options) {
    if (option.value.empty()) {
      out.add_options()(option.name.c_str(), option.help.c_str());
    } else {
      out.add_options()(option.name.c_str(), po::value<std::string>()->value_name(option.value),
                        option.help.c_str());
    }
  }
  out.add_options()("lang", po::value<std::string>()->value_name("fr|en"),
                    "language of messages; the locale's, else French")("help", "this text");
  return out;
}

std::string first_line(const Usage& usage) {
  std::string out = "usage: guichet " + usage.command;
  for (const std::string& each : usage.positionals) out += " " + each;
  for (const Option& option : usage.options) {
    const std::string word = "--" + option.name + (option.value.empty() ? "" : " " + option.value);
    out += option.required ? " " + word : " [" + word + "]";
  }
  return out;
}

int wrong(const Usage& usage, const std::string& reason) {
  std::cerr << fmt::format("guichet {}: {}\n{}\n", usage.command, reason, first_line(usage));
  return kUsage;
}

std::size_t required_positionals(const Usage& usage) {
  std::size_t count = 0;
  while (count < usage.positionals.size() && !usage.positionals[count].starts_with('[')) ++count;
  return count;
}

}  // namespace

std::expected<Arguments, int> Arguments::parse(const Usage& usage,
                                               const std::vector<std::string>& given) {
  const po::options_description options = described(usage);
  po::options_description all;
  all.add(options).add_options()("positional", po::value<std::vector<std::string>>());
  po::positional_options_description places;
  places.add("positional", -1);
  po::variables_map map;
  try {
    // No guessing of shortened names: a script must not change its meaning when options are added.
    const int style =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(given).options(all).positional(places).style(style).run(),
              map);
    po::notify(map);
  } catch (const po::error& error) {
    return std::unexpected(wrong(usage, error.what()));
  }
  if (map.contains("help")) {
    std::cout << usage.summary << "\n\n" << first_line(usage) << "\n\n" << options;
    if (!usage.epilogue.empty()) std::cout << "\n" << usage.epilogue << "\n";
    return std::unexpected(kDone);
  }
  Arguments out;
  for (const auto& [name, value] : map) {
    if (name == "positional") {
      out.positionals_ = value.as<std::vector<std::string>>();
    } else {
      const auto* text = boost::any_cast<std::string>(&value.value());
      out.values_[name] = text == nullptr ? "" : *text;
    }
  }
  if (out.positionals_.size() < required_positionals(usage)) {
    return std::unexpected(wrong(usage, "missing: " + usage.positionals[out.positionals_.size()]));
  }
  if (out.positionals_.size() > usage.positionals.size()) {
    return std::unexpected(wrong(usage, "too many arguments: " + out.positionals_.back()));
  }
  for (const Option& option : usage.options) {
    if (option.required && !out.has(option.name)) {
      return std::unexpected(wrong(usage, "missing: --" + option.name));
    }
  }
  return out;
}

std::string Arguments::get(const std::string& name, std::string otherwise) const {
  const auto found = values_.find(name);
  return found == values_.end() ? otherwise : found->second;
}

std::string Arguments::at(std::size_t position) const {
  return position < positionals_.size() ? positionals_[position] : "";
}

base::Language Arguments::language() const {
  if (has("lang")) return base::language_of(get("lang"));
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return base::language_of(value);
  }
  return base::Language::fr;
}

}  // namespace guichet::app
