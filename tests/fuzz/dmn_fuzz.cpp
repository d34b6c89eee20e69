// DMN XML: any text is read or refused with places; a model that compiles decides; what is written
// again reads back.
#include <cstdint>

#include "rules/dmn/model.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"
#include "tests/fuzz/promise.hpp"

using namespace guichet;

namespace {

constexpr feel::Budget kBudget{
    .steps = 20'000, .list_items = 5'000, .string_bytes = 1 << 16, .arena_bytes = 8u << 20};

void decide_all(const dmn::Model& model) {
  for (const std::string& name : model.decisions()) {
    feel::Arena arena;
    feel::Evaluation run{.arena = arena, .budget = kBudget};
    const auto outcome = model.decide(name, arena.context({}), run, true);
    fuzz::promise(outcome.has_value(), "a decision that is listed is known", name);
    dmn::report(*outcome, name, arena, base::Language::fr);
  }
  for (const std::string& name : model.services()) {
    feel::Arena arena;
    feel::Evaluation run{.arena = arena, .budget = kBudget};
    fuzz::promise(model.call_service(name, arena.context({}), run).has_value(),
                  "a service that is listed is known", name);
  }
}

void write_and_read(const dmn::Definitions& definitions) {
  const std::string xml = dmn::write_xml(definitions);
  fuzz::promise(fuzz::is_text(xml), "what is written is UTF-8");
  base::Diagnostics diagnostics;
  const auto again = dmn::read_definitions(base::make_source("again.dmn", xml), diagnostics);
  fuzz::promise(again.has_value(), "what is written reads back",
                render_text(diagnostics, base::Language::en) + xml);
  fuzz::promise(dmn::write_xml(*again) == xml, "what is read back is written the same", xml);
}

void run(std::string_view text, bool lenient) {
  base::Diagnostics diagnostics;
  auto definitions =
      dmn::read_definitions(base::make_source("fuzz.dmn", std::string(text)), diagnostics);
  fuzz::promise(definitions || diagnostics.has_errors(), "a refusal has a reason");
  if (definitions) {
    write_and_read(*definitions);
    std::vector<dmn::Definitions> models;
    models.push_back(std::move(*definitions));
    const auto model =
        dmn::Model::compile(std::move(models), {.lenient = lenient, .externals = {}}, diagnostics);
    fuzz::promise(model != nullptr || diagnostics.has_errors(), "a refusal has a reason");
    if (model) decide_all(*model);
  }
  fuzz::promise_places(diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (size > 16'384 || !fuzz::is_text(text)) return -1;
  run(text, true);
  run(text, false);
  return 0;
}
