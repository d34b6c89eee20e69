// The directory by the API: read, changed against the version that was seen, followed.
#include <catch2/catch.hpp>

#include "adapters/http/transport/event_stream.hpp"
#include "engine/json/json.hpp"
#include "tests/access/asked_desk.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

const char* const kGuild = "/api/partners/guild";

http::Response send(AskedDesk& desk, const std::string& method, const std::string& target,
                    const std::string& body, const std::string& actor = "coordinator") {
  return desk.ask({.method = method, .target = target, .actor = actor, .body = body});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string guild_with(const std::string& members) {
  return R"({"name":"The Makers' Guild","head":{"name":"Sam Reed"},)"
         R"("advisers":[{"id":"j-ash","name":"Jo Ash","email":"jo@example.test"},)"
         R"({"id":"k-lee","name":"Kim Lee","email":"kim@example.test"}])" +
         members + "}";
}

}  // namespace

TEST_CASE("an entry is replaced by whoever has read it, and the change is kept") {
  AskedDesk desk;
  const auto read = send(desk, "GET", kGuild, "");
  REQUIRE(read.status == 200);
  CHECK(read.headers.get("ETag") == "\"1\"");
  CHECK(has(read.body, R"("email":"jo@example.test")"));

  const auto kept = send(desk, "PUT", kGuild, guild_with(R"(,"rev":1,"note":"Kim is new")"));
  INFO(kept.body);
  REQUIRE(kept.status == 200);
  CHECK(kept.headers.get("ETag") == "\"2\"");
  CHECK(has(send(desk, "GET", kGuild, "").body, "kim@example.test"));
  const auto history = send(desk, "GET", "/api/partners/guild/history", "").body;
  CHECK(has(history, R"("note":"Kim is new")"));
  CHECK(has(history, R"("by":"Robin Hale")"));
  CHECK(has(history, R"("before":{"id":"guild","rev":1)"));
}

TEST_CASE("what GET gave can be put back as it is") {
  AskedDesk desk;
  const std::string body = send(desk, "GET", kGuild, "").body;
  const auto again = send(desk, "PUT", kGuild, body);
  INFO(again.body);
  CHECK(again.status == 200);
  CHECK(send(desk, "GET", kGuild, "").body == body);
}

TEST_CASE("a version that is not the last one is refused with both") {
  AskedDesk desk;
  REQUIRE(send(desk, "PUT", kGuild, guild_with(R"(,"rev":1)")).status == 200);
  const auto late = send(desk, "PUT", kGuild, guild_with(R"(,"rev":1,"channel":"call")"));
  CHECK(late.status == 412);
  CHECK(has(late.body, R"("sent":{)"));
  CHECK(has(late.body, R"("channel":"call")"));
  CHECK(has(late.body, R"("current":{"id":"guild","rev":2)"));
  CHECK(has(late.body, "partner-changed"));
  const auto blind = send(desk, "PUT", kGuild, guild_with(""));
  CHECK(blind.status == 428);
  CHECK(has(blind.body, "revision-needed"));
}

TEST_CASE("every mistake of an entry is told with its place") {
  AskedDesk desk;
  const auto shape =
      send(desk, "PUT", kGuild,
           R"({"rev":1,"name":"G","head":{"name":"S","mail":"x"},"channel":"pigeon",)"
           R"("absences":[{"who":"j-ash","from":"soon","to":"2026-03-02"}]})");
  CHECK(shape.status == 422);
  CHECK(has(shape.body, R"("field":"channel")"));
  CHECK(has(shape.body, R"("field":"head.mail")"));
  CHECK(has(shape.body, R"("field":"absences.0.from")"));
  const auto content =
      send(desk, "PUT", kGuild,
           R"({"rev":1,"name":"","head":{"name":"S","email":"nobody"},)"
           R"("absences":[{"who":"j-ash","from":"2026-03-02","to":"2026-03-01"}]})");
  CHECK(content.status == 422);
  for (const char* field : {"name", "head.email", "absences.0.who", "absences.0.last"}) {
    INFO(field << " in " << content.body);
    CHECK(has(content.body, std::string(R"("field":")") + field + '"'));
  }
  CHECK(send(desk, "GET", kGuild, "").headers.get("ETag") == "\"1\"");
}

TEST_CASE("somebody of the partner's says herself that she will be away") {
  AskedDesk desk;
  const char* body = R"({"who":"j-ash","from":"2026-03-02","to":"2026-03-06"})";
  CHECK(send(desk, "POST", "/api/partners/guild/absences", body, "partner").status == 200);
  const auto list = send(desk, "GET", "/api/partners", "", "partner").body;
  CHECK(has(list, R"("away":[{"who":"j-ash","name":"Jo Ash","from":"2026-03-02")"));
  CHECK(has(list, R"("open_referrals":1)"));
}

TEST_CASE("what an adviser has open goes to a colleague in one go, and she leaves") {
  AskedDesk desk;
  REQUIRE(send(desk, "PUT", kGuild, guild_with(R"(,"rev":1)")).status == 200);
  const char* const address = "/api/partners/guild/advisers/j-ash/hand-over";
  CHECK(send(desk, "POST", address, R"({"to":"nobody","reason":"r"})").status == 422);
  CHECK(send(desk, "POST", address, R"({"to":"j-ash","reason":"r"})").status == 422);
  const auto without = send(desk, "POST", address, R"({"reason":"r","leaves":true})");
  CHECK(has(without.body, R"("handed_over":0)"));
  CHECK(has(without.body, R"("taken_out":false)"));
  CHECK(has(without.body, "R-1"));

  const auto handed =
      send(desk, "POST", address, R"({"to":"k-lee","reason":"She moves","leaves":true})");
  INFO(handed.body);
  CHECK(handed.body == R"({"handed_over":1,"refused":[],"taken_out":true})");
  const std::string entry = send(desk, "GET", kGuild, "").body;
  CHECK_FALSE(has(entry, "j-ash"));
  CHECK(has(send(desk, "GET", "/api/cases/1", "").body, "Kim Lee"));
}

TEST_CASE("absences of the staff come from the folder and from here") {
  AskedDesk desk;
  const auto made = send(desk, "POST", "/api/staff/absences",
                         R"({"who":"robin","from":"2026-03-02","to":"2026-03-06","note":"n"})");
  REQUIRE(made.status == 201);
  CHECK(made.body == R"({"id":1})");
  const auto list = send(desk, "GET", "/api/staff/absences", "").body;
  CHECK(has(list, R"({"id":1,"away":{"who":"robin","name":"Robin Hale")"));
  CHECK(has(list, R"("source":"desk")"));
  const auto wrong = send(desk, "POST", "/api/staff/absences",
                          R"({"who":"nobody","from":"2026-03-06","to":"2026-03-02"})");
  CHECK(wrong.status == 422);
  CHECK(has(wrong.body, R"("field":"who")"));
  CHECK(has(wrong.body, R"("field":"to")"));
  CHECK(send(desk, "DELETE", "/api/staff/absences/1", "").status == 200);
  CHECK(send(desk, "DELETE", "/api/staff/absences/1", "").status == 404);
}

TEST_CASE("what is added under one key is added once, and answered the same") {
  AskedDesk desk;
  const auto keyed = [&](const std::string& path, const std::string& body) {
    return desk.ask({.method = "POST",
                     .target = path,
                     .body = body,
                     .headers = {{"Sec-Fetch-Site", "same-origin"},
                                 {"Content-Type", "application/json"},
                                 {"Idempotency-Key", "k-1"}}});
  };
  const std::string staff = "/api/staff/absences";
  const std::string away = R"({"who":"robin","from":"2026-03-02","to":"2026-03-06"})";
  const auto first = keyed(staff, away);
  const auto second = keyed(staff, away);
  CHECK(first.status == 201);
  CHECK(second.status == 201);
  CHECK(second.body == first.body);
  CHECK_FALSE(has(send(desk, "GET", staff, "").body, R"("id":2)"));
  CHECK(keyed(staff, R"({"who":"robin","from":"2026-04-02","to":"2026-04-06"})").status == 409);

  const std::string wrong = R"({"id":"k-lee","name":"","email":"kim@example.test"})";
  const std::string right = R"({"id":"k-lee","name":"Kim Lee","email":"kim@example.test"})";
  const std::string guild = std::string(kGuild) + "/advisers";
  CHECK(keyed(guild, wrong).status == 422);  // what was refused has used no key up
  CHECK(keyed(guild, right).status == 200);
  CHECK(keyed(guild, right).status == 200);
}

TEST_CASE("who follows is told of a publication; of the directory, whoever sees all") {
  AskedDesk desk;
  const auto follow = [&](const std::string& actor) {
    return desk.ask({.method = "GET", .target = "/api/events", .actor = actor}).events;
  };
  const auto robin = follow("coordinator");
  const auto guild = follow("partner");
  REQUIRE(send(desk, "PUT", kGuild, guild_with(R"(,"rev":1)")).status == 200);
  CHECK(robin->take() == "event: directory\ndata: {\"partner\":\"guild\"}\n\n");
  CHECK(guild->take().empty());

  const auto other = changed_desk({{"letters/welcome.md", "Kind regards", "Best wishes"}});
  desk.desk().publish(other, {}, [](const base::Result<void>& put) { REQUIRE(put); });
  const std::string told =
      "event: definition\ndata: {\"hash\":\"" + other->content_hash + "\"}\n\n";
  CHECK(robin->take() == told);
  CHECK(guild->take() == told);
  CHECK(has(send(desk, "GET", "/api/desk", "").body, other->hash));
}
