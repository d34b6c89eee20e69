#include "engine/access/documents.hpp"

#include <catch2/catch.hpp>

using namespace guichet;
using namespace guichet::access;

namespace {

const base::Instant kMoment = *base::parse_instant("2026-03-02T10:00:00Z");
const Tie kCase{.object = Object::kase, .kase = {7}, .asked = {"cma", "cci"}};

Principal of_institution(const std::string& partner) {
  Principal out{.persona = Persona::partner, .partners = {partner}};
  out.actor.kind = ActorKind::partner;
  out.actor.partner = partner;
  return out;
}

Principal by_link(ActorKind kind, const std::string& partner = {}) {
  Principal out{.persona = Persona::link_holder, .link = LinkScope{{7}, {3}}};
  out.actor.kind = kind;
  out.actor.partner = partner;
  return out;
}

bool sees(const Principal& principal, const DocumentTie& document, const Tie& tie = kCase) {
  return may_see_document(principal, document, tie, kMoment);
}

}  // namespace

TEST_CASE("the desk sees every file, whoever sent it") {
  const Principal desk{.persona = Persona::coordinator};
  CHECK(sees(desk, {}));
  CHECK(sees(desk, {.from_person = true}));
  CHECK(sees(desk, {.from_partner = "cma"}));
}

TEST_CASE("the person sees her own files and those meant for her, no others") {
  const Principal person = by_link(ActorKind::applicant);
  CHECK(sees(person, {.from_person = true}));
  CHECK(sees(person, {.from_partner = "cma", .partners = {}, .for_person = true}));
  CHECK_FALSE(sees(person, {.from_partner = "cma"}));
  CHECK_FALSE(sees(person, {.partners = {"cma"}}));
  CHECK_FALSE(sees(person, {}));
}

TEST_CASE("a partner sees its own files and those shown to it, by account and by link") {
  for (const Principal& cma : {of_institution("cma"), by_link(ActorKind::partner, "cma")}) {
    CHECK(sees(cma, {.from_partner = "cma"}));
    CHECK(sees(cma, {.from_person = true, .partners = {"cci", "cma"}}));
    CHECK_FALSE(sees(cma, {.from_person = true}));
    CHECK_FALSE(sees(cma, {.from_person = true, .partners = {}, .for_person = true}));
    CHECK_FALSE(sees(cma, {.from_partner = "cci"}));
    CHECK_FALSE(sees(cma, {.partners = {"cci"}}));
    CHECK(has_sent(cma, {.from_partner = "cma"}));
    CHECK_FALSE(has_sent(cma, {.from_partner = ""}));
  }
}

TEST_CASE("who may not see the case sees no file of it") {
  const DocumentTie shown{.from_person = true, .partners = {"cma", "msa"}, .for_person = true};
  CHECK_FALSE(sees(of_institution("msa"), shown));
  CHECK_FALSE(sees({.persona = Persona::administrator}, shown));
  CHECK_FALSE(sees({.persona = Persona::auditor}, shown));
  CHECK_FALSE(sees({}, shown));
  Tie erased = kCase;
  erased.erased = true;
  CHECK_FALSE(sees(of_institution("cma"), shown, erased));
  Tie other = kCase;
  other.kase = {8};
  CHECK_FALSE(sees(by_link(ActorKind::applicant), shown, other));
}
