// The desk's files over the API: each answer, bad input, conflicts, and who may.
#include "adapters/http/api/api.hpp"
#include "adapters/http/definition/definition_room.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "engine/json/json.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;

namespace {

using Path = std::vector<std::string>;

struct DefinitionApi {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{tests::small_desk(), *store, clock, log};
  http::Site site{.desk = desk};
  http::Router router;

  DefinitionApi() {
    http::add_api(router, site);
    http::add_guard(router, site);
  }

  http::Response ask(std::string method, Path path, std::string body = {},
                     http::Headers headers = {}) {
    const auto match = router.find(method, path);
    REQUIRE(match.handler != nullptr);
    http::Request request{.method = std::move(method),
                          .path = std::move(path),
                          .params = match.params,
                          .headers = std::move(headers),
                          .body = std::move(body)};
    request.headers.set("Content-Type", "application/json");
    http::Response answer;
    router.serve(match, request, [&](http::Response response) { answer = std::move(response); });
    return answer;
  }

  static feel::Stored read(const http::Response& response) {
    auto value = json::read(response.body);
    INFO(response.body);
    REQUIRE(value);
    return *value;
  }

  static Path at(const std::string& last) { return {"api", "definition", last}; }
  const Path help{"api", "definition", "files", "workflows", "help.yaml"};

  std::string text() { return publishing::read_draft(desk).files.at(tests::kHelp); }
  // Saves the path with another text in it.
  http::Response change(const std::string& from, const std::string& to) {
    const auto seen = ask("GET", help);
    std::string changed = text();
    REQUIRE(changed.find(from) != std::string::npos);
    changed.replace(changed.find(from), from.size(), to);
    return ask("PUT", help, "{\"text\":" + json::quote(changed) + "}",
               {{"If-Match", seen.headers.get("ETag")}});
  }
};

bool holds(const http::Response& response, const std::string& part) {
  return response.body.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("files are listed and read; a text is saved under the ETag that was read") {
  DefinitionApi api;
  const auto listed = DefinitionApi::read(api.ask("GET", {"api", "definition"}));
  CHECK(listed.value().member("draft")->is_null());
  CHECK(listed.value().member("files")->items().size() == tests::small_desk()->files.size());
  CHECK(api.ask("GET", {"api", "definition", "files", "none.yaml"}).status == 404);

  const auto saved = api.change("60bd", "70bd");
  CHECK(saved.status == 200);
  CHECK_FALSE(saved.headers.get("ETag").empty());
  CHECK(saved.headers.get("ETag") == api.ask("GET", api.help).headers.get("ETag"));
  const auto draft = DefinitionApi::read(api.ask("GET", {"api", "definition"}));
  CHECK(draft.value().member("draft")->member("changed")->items().size() == 1);

  const auto body = R"({"text":"x"})";
  CHECK(api.ask("PUT", api.help, body).status == 428);
  const auto late = api.ask("PUT", api.help, body, {{"If-Match", "\"1\""}});
  CHECK(late.status == 412);
  CHECK(DefinitionApi::read(late).value().member("now")->member("text")->text() == api.text());
  CHECK(api.ask("PUT", {"api", "definition", "files", "x.sh"}, body, {{"If-Match", "0"}}).status ==
        422);
  CHECK(api.ask("POST", DefinitionApi::at("discard"), "{}").status == 200);
  CHECK(api.text() == tests::small_desk()->files.at(tests::kHelp));
}

TEST_CASE("a file is taken out of the draft, and a text is checked without being saved") {
  DefinitionApi api;
  const auto tag = api.ask("GET", api.help).headers.get("ETag");
  const auto checked = api.ask("POST", DefinitionApi::at("check"),
                               R"({"path":"workflows/help.yaml","text":"guichet: workflow/1\n"})");
  CHECK(checked.status == 200);
  CHECK(holds(checked, R"("file":"workflows/help.yaml")"));
  CHECK(holds(checked, R"("severity":"error")"));
  CHECK(publishing::read_draft(api.desk).changed.empty());
  CHECK_FALSE(holds(api.ask("POST", DefinitionApi::at("check"), "{}"), R"("severity":"error")"));

  const auto removed = api.ask("DELETE", api.help, "{}", {{"If-Match", tag}});
  CHECK(removed.status == 200);
  CHECK(holds(removed, R"("severity":"error")"));
  CHECK(DefinitionApi::read(api.ask("GET", api.help)).value().member("text")->is_null());
}

TEST_CASE("names, pictures, grids and letters of the draft are shown") {
  DefinitionApi api;
  const auto names = DefinitionApi::read(api.ask("GET", DefinitionApi::at("names")));
  CHECK(names.value().member("partners")->items()[0].member("id")->text() == "guild");
  CHECK_FALSE(names.value().member("functions")->items().empty());
  CHECK_FALSE(names.value().member("keys")->member("workflow")->items().empty());

  const auto picture =
      api.ask("POST", DefinitionApi::at("diagram"), R"({"path":"workflows/help.yaml"})");
  CHECK(picture.status == 200);
  CHECK(holds(picture, "<svg"));
  CHECK(api.ask("POST", DefinitionApi::at("diagram"), R"({"path":"fields.yaml"})").status == 422);
  CHECK(api.ask("POST", DefinitionApi::at("diagram"), R"({"path":"none.yaml"})").status == 404);
  const auto broken = api.ask("POST", DefinitionApi::at("diagram"),
                              R"({"path":"workflows/help.yaml","text":"guichet: workflow/1\n"})");
  CHECK(broken.status == 422);
  CHECK(holds(broken, "\"diagnostics\":["));

  const auto grid =
      api.ask("POST", DefinitionApi::at("grid"), R"({"path":"rules/eligibility.yaml"})");
  CHECK(grid.status == 200);
  const auto seen = DefinitionApi::read(grid);
  const auto rules = seen.value().member("rules")->items();
  REQUIRE_FALSE(rules.empty());
  CHECK(*rules[0].member("line")->as_integer() > 1);
  CHECK(api.ask("POST", DefinitionApi::at("grid"), R"({"path":"fields.yaml"})").status == 422);

  const auto letter =
      api.ask("POST", DefinitionApi::at("letter"), R"({"path":"letters/welcome.md"})");
  CHECK(letter.status == 200);
  CHECK_FALSE(DefinitionApi::read(letter).value().member("text")->text().empty());
  CHECK(api.ask("POST", DefinitionApi::at("letter"), R"({"path":"letters/welcome.md","case":99})")
            .status == 404);
}

TEST_CASE("a table's gaps come with a witness case") {
  DefinitionApi api;
  const std::string table =
      "guichet: decision-table/1\nid: eligibility\nhit: U\ninputs:\n  n: {expr: people, type: "
      "number}\noutputs:\n  verdict: {type: text}\nrules: |\n  | id | n     || verdict |\n"
      "  | R1 | < 5   || \"a\" |\n  | R2 | [4..9] || \"b\" |\n";
  const auto grid =
      api.ask("POST", DefinitionApi::at("grid"),
              R"({"path":"rules/eligibility.yaml","text":)" + json::quote(table) + "}");
  INFO(grid.body);
  REQUIRE(grid.status == 200);
  const auto seen = DefinitionApi::read(grid);
  const feel::Value* coverage = seen.value().member("coverage");
  CHECK_FALSE(coverage->member("complete")->is_true());
  REQUIRE_FALSE(coverage->member("gaps")->items().empty());
  CHECK(coverage->member("gaps")->items()[0].member("witness")->member("n") != nullptr);
  REQUIRE(coverage->member("overlaps")->items().size() == 1);
}

TEST_CASE("scenarios are played step by step, and say what each led to") {
  DefinitionApi api;
  const auto names = DefinitionApi::read(api.ask("GET", DefinitionApi::at("scenarios")));
  const std::string name(names.value().member("scenarios")->items()[0].member("name")->text());

  const auto run = api.ask("POST", {"api", "definition", "scenarios", "run"},
                           "{\"name\":" + json::quote(name) + "}");
  const auto tried = DefinitionApi::read(run);
  CHECK(*tried.value().member("passed")->as_integer() == 1);
  const auto steps = tried.value().member("scenarios")->items()[0].member("steps")->items();
  REQUIRE_FALSE(steps.empty());
  CHECK(*steps[0].member("line")->as_integer() > 1);
  CHECK_FALSE(steps[0].member("states")->items().empty());
  CHECK(api.ask("POST", {"api", "definition", "scenarios", "run"}, R"({"name":"none"})").status ==
        404);
}

TEST_CASE("a draft is previewed, published with a note, and taken back as a draft") {
  DefinitionApi api;
  const std::string first = api.desk.definition().content_hash;
  CHECK(api.ask("POST", DefinitionApi::at("publish"), R"({"note":"x"})").status == 422);
  REQUIRE(api.change("60bd", "70bd").status == 200);

  const auto preview = api.ask("POST", DefinitionApi::at("preview"), R"({"replay":5})");
  CHECK(preview.status == 200);
  CHECK(holds(preview, R"("publish":{"refused":false)"));
  CHECK(api.ask("POST", DefinitionApi::at("publish"), "{}").status == 422);
  // What was read over is what is published.
  const std::string seen(DefinitionApi::read(preview).value().member("seen")->text());
  CHECK(api.ask("POST", DefinitionApi::at("publish"), R"({"note":"Longer","seen":"x"})").status ==
        409);
  const auto published = api.ask("POST", DefinitionApi::at("publish"),
                                 R"({"note":"Longer","seen":)" + json::quote(seen) + "}");
  INFO(published.body);
  CHECK(published.status == 200);
  const std::string hash(DefinitionApi::read(published).value().member("hash")->text());
  CHECK(api.desk.definition().content_hash == hash);

  CHECK(holds(api.ask("GET", DefinitionApi::at("history")), "Longer"));
  const auto version = api.ask("GET", {"api", "definition", "history", hash});
  CHECK(version.status == 200);
  CHECK(holds(version, "70bd"));
  CHECK(api.ask("GET", {"api", "definition", "history", "none"}).status == 404);
  const Path back{"api", "definition", "history", first, "return"};
  CHECK(api.ask("POST", back, "{}").status == 200);
  CHECK(api.ask("POST", back, "{}").status == 409);
  CHECK(api.ask("POST", back, R"({"replace":true})").status == 200);
  CHECK(api.desk.definition().content_hash == hash);
}

TEST_CASE("a draft with mistakes has no preview, and its publication is refused with each") {
  DefinitionApi api;
  const auto saved = api.change("remind: adviser", "remind: advisor");
  CHECK(saved.status == 200);
  CHECK(holds(saved, R"("severity":"error")"));

  for (const char* what : {"preview", "publish"}) {
    const auto refused =
        api.ask("POST", DefinitionApi::at(what), what[1] == 'u' ? R"({"note":"x"})" : "{}");
    CHECK(refused.status == 422);
    CHECK(holds(refused, "draft-fails"));
    CHECK(holds(refused, R"("file":"workflows/help.yaml")"));
  }
}

TEST_CASE("only an administrator works on the desk's files") {
  DefinitionApi api;
  const auto as = [&](const char* who, const char* method, Path path) {
    return api.ask(method, std::move(path), "{}", {{"X-Guichet-Role", who}}).status;
  };
  CHECK(as("administrator", "GET", {"api", "definition"}) == 200);
  CHECK(as("partner:guild", "GET", {"api", "definition"}) == 403);
  CHECK(as("anonymous", "GET", {"api", "definition"}) == 401);
  CHECK(as("partner:guild", "POST", DefinitionApi::at("publish")) == 403);
  CHECK(as("anonymous", "POST", DefinitionApi::at("check")) == 401);
  CHECK(as("auditor", "PUT", api.help) == 403);
}
