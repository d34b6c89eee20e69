// A desk on which one partner was asked, and the browser of whoever got the letter.
#pragma once

#include <catch2/catch.hpp>
#include <future>
#include <map>
#include <string>
#include <vector>

#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "engine/access/roles.hpp"
#include "tests/adapters/web/served.hpp"

namespace guichet::web {

// A desk whose letters with codes are caught, and a case of which one partner was asked.
struct AskedPartner {
  Served served{"pays-de-figeac", "2009-02-04T09:30"};
  std::vector<cases::LetterEffect> codes;
  base::CaseId kase;

  AskedPartner() {
    served.site().post_now = [this](const cases::LetterEffect& letter, base::Instant) {
      codes.push_back(letter);
    };
    cases::Fields fields;
    const auto put = [&](const char* id, const char* text) {
      const auto* field = stage().definition().vocabulary->find(id);
      REQUIRE(field != nullptr);
      auto value = vocabulary::parse_value(*field, text, *stage().definition().vocabulary, {});
      REQUIRE(value);
      fields[id] = std::move(*value);
    };
    put("nom", "Vayssié");
    put("telephone", "05 65 00 01 00");
    put("courriel", "vayssie@exemple.test");
    put("description", "Ouvrir un salon");
    put("themes", "creation");
    put("statut", "porteur de projet");
    put("commune", "46102");
    put("naf", "96.02A");
    put("stade", "projet");
    put("consentement_partage", "oui");
    const auto opened = stage().submit(coordinator(), {}, cases::OpenRequest{fields});
    REQUIRE(opened);
    kase = opened->kase;
    const auto confirmed = stage().submit(
        coordinator(), kase, cases::Act{.n = {2}, .name = std::string(cases::kConfirmAct)});
    REQUIRE(confirmed);
  }

  scenarios::Stage& stage() { return served.stage(); }
  access::Actor coordinator() { return *access::actor_as(stage().definition(), "coordinatrice"); }
  cases::Snapshot now() { return *stage().load(kase); }
  const cases::Instance& referral() {
    kept = now();
    for (const cases::Instance& each : kept.instances) {
      if (each.referral) return each;
    }
    FAIL("nobody was asked");
    throw 0;
  }
  // "/r/..": as the newest letter of that kind to a partner, or to the person, holds it.
  std::string link(const std::string& to_kind) {
    std::string found;
    for (const store::OutboxRow& row : stage().letters(kase)) {
      if (row.letter.to_kind != to_kind) continue;
      const std::size_t at = row.letter.text.find("/r/");
      if (at == std::string::npos) continue;
      found = row.letter.text.substr(at, row.letter.text.find_first_of(" \n)>", at) - at);
      if (to_kind == "partner") break;
    }
    REQUIRE_FALSE(found.empty());
    return found;
  }
  // The code of the newest letter, as the reader sees it.
  std::string code() const {
    REQUIRE_FALSE(codes.empty());
    const std::string& text = codes.back().text;
    const std::size_t at = text.find("    ");
    REQUIRE(at != std::string::npos);
    return text.substr(at + 4, 9);
  }

  cases::Snapshot kept;
};

// A browser that keeps cookies and waits for what other threads answer.
struct Visitor {
  Served& served;
  std::map<std::string, std::string> jar;
  http::Response last;

  int send(const std::string& method, const std::string& target, const Served::Pairs& form = {}) {
    std::string body;
    for (const auto& [name, value] : form) {
      body += (body.empty() ? "" : "&") + http::percent_encode(name) + "=" +
              http::percent_encode(value);
    }
    return send_body(method, target, "application/x-www-form-urlencoded", body);
  }
  int send_body(const std::string& method, const std::string& target, const std::string& type,
                const std::string& body) {
    http::Request request;
    request.method = method;
    request.target = target;
    REQUIRE(http::read_target(target, request));
    request.remote = "192.0.2.7";
    request.headers.add("Sec-Fetch-Site", "same-origin");
    request.headers.add("Content-Type", type);
    request.body = body;
    for (const auto& [name, value] : jar) request.cookies.add(name, value);
    const auto match = served.router().find(method == "HEAD" ? "GET" : method, request.path);
    REQUIRE(match.handler != nullptr);
    request.params = match.params;
    std::promise<http::Response> answered;
    served.router().serve(
        match, request, [&](http::Response response) { answered.set_value(std::move(response)); });
    last = answered.get_future().get();
    for (const auto& [name, value] : last.headers.list()) {
      if (name != "Set-Cookie") continue;
      const std::string pair = value.substr(0, value.find(';'));
      const std::string key = pair.substr(0, pair.find('='));
      jar[key] = pair.substr(key.size() + 1);
      if (value.find("Max-Age=0") != std::string::npos) jar.erase(key);
    }
    return last.status;
  }
  int get(const std::string& target) { return send("GET", target); }
  // Presses the button of the form of the last page that posts to `action`.
  int press(const std::string& action, Served::Pairs with = {}) {
    add_hidden(action, with);
    return send("POST", action, with);
  }
  // The same, with a file in the form's field for one.
  int upload(const std::string& action, const std::string& name, const std::string& bytes,
             Served::Pairs with = {}) {
    add_hidden(action, with);
    std::string body;
    for (const auto& [field, value] : with) {
      body += "--limit-9\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" +
              value + "\r\n";
    }
    body += "--limit-9\r\nContent-Disposition: form-data; name=\"form-file\"; filename=\"" + name +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--limit-9--\r\n";
    return send_body("POST", action, "multipart/form-data; boundary=limit-9", body);
  }
  // What the last page's form for `action` carries by itself.
  void add_hidden(const std::string& action, Served::Pairs& with) const {
    const std::string mark = "action=\"" + action + "\"";
    INFO(last.body);
    REQUIRE(has(last.body, mark));
    for (const char* name : {"form-visit", "form-token", "form-key", "form-rev", "form-n"}) {
      const std::string form = last.body.substr(last.body.find(mark));
      const std::string own = form.substr(0, form.find("</form>"));
      const std::string value = input_value(own, name);
      if (!value.empty()) with.emplace_back(name, value);
    }
  }
  // By the link to its page: button, code, page.
  void come_in(AskedPartner& desk, const std::string& link, bool trust = false) {
    REQUIRE(get(link) == 200);
    REQUIRE(press(link + "/code") == 303);
    REQUIRE(get(last.headers.get("Location")) == 200);
    Served::Pairs typed{{"code", desk.code()}};
    if (trust) typed.emplace_back("trust", "yes");
    REQUIRE(press(link + "/session", typed) == 303);
    REQUIRE(get(link) == 200);
  }
};

}  // namespace guichet::web
