// The authorization matrix, walked: every route by every actor on every sort of object.
#include "tests/access/matrix.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/access/asked_desk.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

std::string route_of(const http::RouteInfo& info) {
  return info.method + " " + info.pattern;
}

// The holder's link is to the case that is asked about, but where that is somebody else's.
std::string asker(const std::string& actor, std::size_t object) {
  if (actor != "link_holder") return actor;
  const bool own = kObjects[object] != "foreign" && kObjects[object] != "absent";
  return actor + ":" + (own ? std::to_string(object + 1) : "1");
}

// All of an answer but the address that was asked for, which pages repeat in their links, and how
// many calls a key has left, which each call changes.
std::string whole(const http::Response& response, const std::string& id) {
  std::string out = std::to_string(response.status);
  for (const auto& [name, value] : response.headers.list()) {
    if (!name.starts_with("RateLimit-")) out += "\n" + name + ": " + value;
  }
  out += "\n\n" + response.body;
  for (const std::string path : {"/cases/", "/inbox/"}) {
    const std::string asked = path + id;
    for (std::size_t at = out.find(asked); at != std::string::npos; at = out.find(asked)) {
      out.replace(at, asked.size(), path + "..");
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the matrix has a row for each route, and each row a status for each actor") {
  std::set<std::string> listed, there;
  for (const MatrixRow& row : read_matrix()) {
    listed.insert(row.route);
    for (const std::string& actor : kActors) {
      INFO(row.route << " lacks " << actor);
      CHECK(row.expected.contains(actor));
    }
    CHECK(row.expected.size() == kActors.size());
  }
  const AskedDesk desk;
  for (const http::RouteInfo& each : desk.router().routes()) there.insert(route_of(each));
  for (const std::string& route : there) {
    INFO("tests/access/matrix.yaml has no row for " << route);
    CHECK(listed.contains(route));
  }
  for (const std::string& route : listed) {
    INFO("no such route: " << route);
    CHECK(there.contains(route));
  }
}

TEST_CASE("every route answers every actor about every object as the matrix says") {
  auto desk = std::make_unique<AskedDesk>();
  for (const MatrixRow& row : read_matrix()) {
    for (const auto& [actor, expected] : row.expected) {
      std::string got, wanted;
      for (std::size_t object = 0; object < expected.size(); ++object) {
        const auto answer = desk->ask({.method = row.method(),
                                       .target = row.target(object),
                                       .actor = asker(actor, object),
                                       .body = row.body});
        got += " " + std::to_string(answer.status);
        wanted += " " + std::to_string(expected[object]);
        // What was changed must not be met by the next one who asks.
        if (row.method() != "GET" && answer.status < 400) desk = std::make_unique<AskedDesk>();
      }
      CHECK(row.route + " " + actor + ":" + got == row.route + " " + actor + ":" + wanted);
    }
  }
}

TEST_CASE("what is foreign is answered byte for byte as what is absent") {
  AskedDesk desk;
  constexpr std::size_t kForeign = 1, kErased = 3, kAbsent = 4;
  for (const MatrixRow& row : read_matrix()) {
    if (!row.has_object()) continue;
    for (const std::string actor :
         {"anonymous", "link_holder", "partner", "service", "administrator", "auditor", "official",
          "strange partner", "strange service"}) {
      const auto answer = [&](std::size_t object) {
        const std::string id = object == kAbsent ? "99" : std::to_string(object + 1);
        return whole(desk.ask({.method = row.method(),
                               .target = row.target(object),
                               .actor = asker(actor, kForeign),
                               .body = row.body}),
                     id);
      };
      INFO(row.route << " by " << actor);
      CHECK(answer(kForeign) == answer(kAbsent));
      CHECK(answer(kErased) == answer(kAbsent));
    }
  }
}

TEST_CASE("an institution that is not hers is answered byte for byte as one that is not there") {
  AskedDesk desk;
  std::size_t looked = 0;
  for (const MatrixRow& row : read_matrix()) {
    if (!row.with.contains("partner") || row.has_object()) continue;
    ++looked;
    for (const std::string actor :
         {"anonymous", "link_holder", "official", "strange partner", "strange service"}) {
      const auto answer = [&](const std::string& partner) {
        MatrixRow asked = row;
        asked.with["partner"] = partner;
        const auto got = desk.ask({.method = row.method(),
                                   .target = asked.target(0),
                                   .actor = asker(actor, 0),
                                   .body = row.body});
        std::string out = whole(got, "");
        for (std::size_t at = out.find(partner); at != std::string::npos; at = out.find(partner)) {
          out.replace(at, partner.size(), "..");
        }
        return out;
      };
      INFO(row.route << " by " << actor);
      CHECK(answer("guild") == answer("nobody"));
    }
  }
  CHECK(looked >= 10);
}
