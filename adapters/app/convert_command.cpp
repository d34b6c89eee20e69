#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <optional>

#include "adapters/app/commands.hpp"
#include "adapters/app/convert_messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/base/file.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/dmn/from_table.hpp"
#include "rules/dmn/model_yaml.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"
#include "rules/tables/load.hpp"

namespace guichet::app {
namespace {

using base::Message;

// A YAML file holds at most 1 MiB (engine/yaml); the rules of a larger table stand beside it.
constexpr std::size_t kMostYaml = 1'000'000;
constexpr std::array<std::string_view, 4> kVersions{"1.3", "1.4", "1.5", "1.6"};

struct Job {
  std::string file, to, decision, output, version;
};

// What is to be written; of a large YAML table also the rules, in a file beside it.
struct Texts {
  std::string text;
  std::string rules_file;  // "" where there is none
  std::string rules;
};

bool is_xml(const std::string& file) {
  return file.ends_with(".dmn") || file.ends_with(".xml");
}

std::optional<dmn::Definitions> read(const std::string& file, base::Diagnostics& diagnostics) {
  if (is_xml(file)) return dmn::read_definitions_file(file, diagnostics);
  const auto source = base::read_source(file);
  if (!source) {
    diagnostics.error({}, source.error().what);
    return {};
  }
  const auto root = yaml::parse(*source, diagnostics);
  if (root == nullptr) return {};
  if (yaml::header_kind(*root) == "decision-model") return dmn::read_model_file(file, diagnostics);
  if (yaml::header_kind(*root) != "decision-table") {
    diagnostics.error(root->location(), Message(messages::kNotConvertible, {file}));
    return {};
  }
  const auto table = tables::load_table_file(file, diagnostics);
  return table == nullptr ? std::nullopt : std::optional(dmn::from_table(*table));
}

// A file of its own for each table; what is more than one table is a model.
bool is_one_table(const dmn::Definitions& definitions) {
  return definitions.decisions.size() == 1 && definitions.knowledge_models.empty() &&
         definitions.services.empty() && definitions.decisions[0].logic != nullptr &&
         std::holds_alternative<dmn::DecisionTable>(definitions.decisions[0].logic->form);
}

std::optional<Texts> write_yaml(const dmn::Definitions& definitions, const Job& job,
                                base::Diagnostics& diagnostics) {
  if (job.decision.empty() && !is_one_table(definitions)) {
    auto model = dmn::model_to_yaml(definitions, diagnostics);
    return model ? std::optional(Texts{.text = std::move(*model)}) : std::nullopt;
  }
  auto whole = dmn::to_yaml(definitions, job.decision, diagnostics);
  if (!whole || whole->size() <= kMostYaml)
    return whole ? std::optional(Texts{.text = std::move(*whole)}) : std::nullopt;
  if (job.output.empty()) {
    diagnostics.error({}, Message(messages::kNeedsOutput));
    return {};
  }
  const auto beside = std::filesystem::path(job.output).replace_extension(".csv");
  auto text = dmn::to_yaml(definitions, job.decision, diagnostics, beside.filename().string());
  auto rules = dmn::to_csv(definitions, job.decision, diagnostics);
  if (!text || !rules) return {};
  return Texts{std::move(*text), beside.string(), std::move(*rules)};
}

std::optional<Texts> convert(const Job& job, base::Diagnostics& diagnostics) {
  const auto definitions = read(job.file, diagnostics);
  if (!definitions) return {};
  const std::string to = !job.to.empty() ? job.to : is_xml(job.file) ? "yaml" : "dmn";
  if (to == "dmn") return Texts{.text = dmn::write_xml(*definitions, job.version)};
  if (to == "yaml") return write_yaml(*definitions, job, diagnostics);
  auto csv = dmn::to_csv(*definitions, job.decision, diagnostics);
  return csv ? std::optional(Texts{.text = std::move(*csv)}) : std::nullopt;
}

int save(const Texts& texts, const Job& job, base::Language language) {
  if (job.output.empty()) {
    std::cout << texts.text;
    return kDone;
  }
  // The rules first: a table without them would not load.
  if (!texts.rules_file.empty())
    if (const auto written = base::write_file(texts.rules_file, texts.rules); !written)
      return report(written.error(), language);
  if (const auto written = base::write_file(job.output, texts.text); !written)
    return report(written.error(), language);
  return kDone;
}

int refuse_word(const base::MessageText& what, const std::string& word, base::Language language) {
  std::cerr << "guichet convert: " << Message(what, {word}).in(language) << "\n";
  return kUsage;
}

}  // namespace

int run_convert(const Words& words) {
  const Usage usage{
      .command = "convert",
      .summary = "Turns a decision table or model of YAML into DMN XML, and DMN into YAML or CSV.",
      .positionals = {"FILE"},
      .options = {{"to", "dmn|yaml|csv", "the other of DMN and YAML where it is not given"},
                  {"decision", "ID", "one table of a model, as a file of its own"},
                  {"dmn-version", "VERSION",
                   "1.3 to 1.6; 1.3, which every editor opens, for a table"},
                  {"output", "FILE", "instead of standard output"}},
      .epilogue = "csv are the rules alone, as `rules_from:` of a table reads them."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const Job job{arguments->at(0), arguments->get("to"), arguments->get("decision"),
                arguments->get("output"), arguments->get("dmn-version")};
  if (!job.to.empty() && job.to != "dmn" && job.to != "yaml" && job.to != "csv")
    return refuse_word(messages::kUnknownForm, job.to, language);
  if (!job.version.empty() &&
      std::find(kVersions.begin(), kVersions.end(), job.version) == kVersions.end())
    return refuse_word(messages::kUnknownVersion, job.version, language);
  base::Diagnostics diagnostics;
  const auto texts = convert(job, diagnostics);
  std::cerr << render_text(diagnostics, language);
  return texts ? save(*texts, job, language) : kWrongInput;
}

}  // namespace guichet::app
