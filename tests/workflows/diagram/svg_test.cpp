#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/workflows/diagram/random_workflow.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/diagram/diagram.hpp"
#include "workflows/diagram/text_width.hpp"

using namespace guichet;

namespace {

model::Workflow two_steps() {
  model::Workflow out;
  out.id = "essai";
  out.kind = "need";
  out.title = "Essai <b> & \"autres\"";
  const auto add = [&](const std::string& id, const std::string& title, model::StateKind kind) {
    model::State state;
    state.id = id;
    state.title = title;
    state.kind = kind;
    state.parent = out.states.empty() ? model::kNoState : model::kRoot;
    out.states.push_back(std::move(state));
  };
  add("racine", "", model::StateKind::compound);
  add("ouvert", "Ouvert", model::StateKind::atomic);
  add("clos", "Clos", model::StateKind::final);
  model::Declaration timer;
  timer.cause = model::Cause::timer;
  timer.name = "oubli";
  timer.state = {1};
  timer.arms = {{0}};
  timer.timer = model::TimerSpec{};
  timer.timer->after = base::Delay{base::Delay::Unit::business_days, 20};
  model::Transition arm;
  arm.source = {1};
  arm.declaration = {0};
  arm.targets = {{2}};
  out.states[1].declarations = {{0}};
  out.states[1].transitions = {{0}};
  out.declarations.push_back(timer);
  out.transitions.push_back(arm);
  model::finish(out);
  return out;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++out;
  }
  return out;
}

}  // namespace

TEST_CASE("the same path is the same picture, byte for byte") {
  const diagram::Drawing drawing;
  const std::string first = diagram::to_svg(tests::random_workflow(11), drawing);
  CHECK(first == diagram::to_svg(tests::random_workflow(11), drawing));
  CHECK(first != diagram::to_svg(tests::random_workflow(12), drawing));
}

TEST_CASE("a picture says its title, its parts and its delays in the reader's language") {
  const std::string french = diagram::to_svg(two_steps(), {});
  CHECK(french.find("lang=\"fr\"") != std::string::npos);
  CHECK(french.find(">après 20 jours ouvrés</text>") != std::string::npos);
  CHECK(french.find("<title>Fin : Clos</title>") != std::string::npos);
  CHECK(french.find("<title>Ouvert → Fin : Clos</title>") != std::string::npos);
  CHECK(french.find("role=\"img\"") != std::string::npos);
  CHECK(french.find("prefers-color-scheme: dark") != std::string::npos);

  const std::string english = diagram::to_svg(two_steps(), {.language = base::Language::en});
  CHECK(english.find("after 20 working days") != std::string::npos);
  CHECK(english.find("jours") == std::string::npos);
}

TEST_CASE("what stands on a picture is escaped, and nothing is fetched or run") {
  const std::string svg = diagram::to_svg(two_steps(), {});
  CHECK(svg.find("<b>") == std::string::npos);
  CHECK(svg.find("Essai &lt;b&gt; &amp; &quot;autres&quot;") != std::string::npos);
  for (const std::string part : {"<script", "href", "url(", "@import", "<image", "onload"}) {
    CHECK(svg.find(part) == std::string::npos);
  }
  CHECK(count(svg, "http") == 1);  // the name of SVG itself
}

TEST_CASE("open instances are a number on their step, and its shade") {
  const std::string bare = diagram::to_svg(two_steps(), {});
  CHECK(bare.find("class=\"badge\"") == std::string::npos);
  diagram::Drawing drawing;
  drawing.counts.emplace();
  (*drawing.counts)["ouvert"] = 1234;
  const std::string counted = diagram::to_svg(two_steps(), drawing);
  CHECK(count(counted, "class=\"badge\"") == 1);
  CHECK(counted.find(">1234</text>") != std::string::npos);
  CHECK(counted.find("class=\"box d5\"") != std::string::npos);
  CHECK(counted.find("<desc>1234 en cours ici") != std::string::npos);
}

TEST_CASE("lines are not wider than asked, and French signs stay with their words") {
  const std::string text =
      "à la date « Date de l’issue » : une lettre ; et un mot-interminable-comme-il-y-en-a";
  for (const double width : {100.0, 140.0, 200.0}) {
    for (const std::string& line : diagram::wrapped(text, 11.5, width)) {
      INFO(width << " " << line);
      CHECK(diagram::text_width(line, 11.5) <= width);
      CHECK_FALSE(line.starts_with(":"));
      CHECK_FALSE(line.starts_with("»"));
      CHECK_FALSE(line.ends_with("«"));
    }
  }
}
