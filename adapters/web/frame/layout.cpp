#include "adapters/web/frame/layout.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <span>

#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/accounts/account_labels.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/accounts/sign_in_words.hpp"
#include "adapters/web/cases/change_messages.hpp"
#include "adapters/web/definition/definition_words.hpp"
#include "adapters/web/directory/directory_words.hpp"
#include "adapters/web/frame/clock.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "adapters/web/partner/partner_words.hpp"
#include "adapters/web/results/results_words.hpp"
#include "adapters/web/work/list_messages.hpp"
#include "engine/access/sight.hpp"

namespace guichet::web {

std::span<const http::Asset> embedded_templates();
std::span<const http::Asset> embedded_assets();

namespace {

using ctemplate::TemplateDictionary;

constexpr const char* kLanguageCookie = "guichet-lang";
constexpr const char* kLookCookie = "guichet-look";
// Blank lines go; what stands between words stays.
constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

void load_templates() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (const http::Asset& each : embedded_templates()) {
      ctemplate::StringToTemplateCache(std::string(each.path), each.bytes.data(), each.bytes.size(),
                                       kStrip);
    }
  });
}

const char* code_of(base::Language language) {
  return language == base::Language::fr ? "fr" : "en";
}

// The ways that the one who asks may go.
void fill_rooms(TemplateDictionary& page, Room here, const access::Principal& principal,
                base::Language language) {
  TemplateDictionary* rooms = nullptr;
  for (const RoomLink& each : kRooms) {
    if (!access::may_ever(principal, each.right)) continue;
    if (rooms == nullptr) {
      rooms = page.AddSectionDictionary("ROOMS");
      page.ShowSection("ROOMS_BUTTON");  // on a phone they wait behind it
    }
    TemplateDictionary* room = rooms->AddSectionDictionary("ROOM");
    room->SetValue("ADDRESS", std::string(each.address));
    room->SetValue("NAME", std::string(language == base::Language::fr ? each.fr : each.en));
    if (each.room == here) room->ShowSection("AT");
  }
}

// Whom a visitor of a desk without accounts may be: its staff, a partner, those without a case.
void fill_roles(TemplateDictionary& page, const desk::Desk& desk,
                const access::Principal& principal, base::Language language) {
  TemplateDictionary* roles = page.AddSectionDictionary("ROLES");
  const auto add = [&](const std::string& id, const std::string& name, bool chosen) {
    TemplateDictionary* option = roles->AddSectionDictionary("MEMBER");
    option->SetValue("ID", id);
    option->SetValue("NAME", name);
    if (chosen) option->ShowSection("CHOSEN");
  };
  const std::string& actor = principal.actor.id;
  for (const bundle::Member& member : desk.definition().settings.staff) {
    add(member.id, member.name, member.id == actor);
  }
  for (const auto& [persona, title] : {std::pair{"administrator", &messages::kPlaysAdministrator},
                                       std::pair{"official", &messages::kPlaysOfficial},
                                       std::pair{"auditor", &messages::kPlaysAuditor}}) {
    add(persona, base::Message(*title).in(language), actor == persona);
  }
  for (const auto& [id, partner] : desk.directory().partners) {
    add("partner:" + id, partner.name, principal.of_institution(id));
  }
}

// Light or dark, as ?look= or the cookie says; empty: as the visitor's device is set.
std::string look_of(const http::Request& request) {
  const std::string& asked =
      request.query.has("look") ? request.query.get("look") : request.cookies.get(kLookCookie);
  return asked == "light" || asked == "dark" ? asked : "";
}

// The same page, with one more pair in its query and without what was said or chosen once.
std::string again(const std::string& here, const std::string& name, const std::string& value) {
  http::Request parsed;
  http::Pairs query;
  if (http::read_target(here, parsed)) {
    for (const auto& [key, text] : parsed.query.list()) {
      const bool once = key == kSince || key == "saved" || key == "lang" || key == "look";
      if (key != name && !once) query.add(key, text);
    }
  }
  if (!name.empty()) query.add(name, value);
  return address(here.substr(0, here.find('?')), query);
}

}  // namespace

Layout::Layout(http::Site& site) : site_(site), assets_(embedded_assets()) {
  load_templates();
}

base::Language Layout::language(const http::Request& request) const {
  const std::string& kept = request.cookies.get(kLanguageCookie);
  if (!request.query.has("lang") && !kept.empty()) return base::language_of(kept);
  return http::language_of(request, site_);
}

std::string Layout::long_date(base::Instant at, base::Language language) const {
  return base::long_date(desk().calendar->local_day(at), language);
}

std::string Layout::near_date(base::Instant at, base::Language language) const {
  const auto year_of = [&](base::Instant instant) {
    const base::Day day = desk().calendar->local_day(instant);
    return fmt::format(" {}", static_cast<int>(std::chrono::year_month_day(day).year()));
  };
  std::string text = long_date(at, language);
  const std::string year = year_of(at);
  if (year == year_of(site_.desk.clock().now()) && text.ends_with(year)) {
    text.resize(text.size() - year.size());
  }
  return text;
}

std::string Layout::time_of_day(base::Instant at) const {
  const base::LocalTime local = desk().calendar->local_time(at);
  const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string Layout::short_moment(base::Instant at, base::Language language) const {
  const base::Day day = desk().calendar->local_day(at);
  return fmt::format("{} {}", base::short_date(day, language), time_of_day(at));
}

void Layout::fill_head(TemplateDictionary& page, const http::Request& request, const Frame& frame,
                       base::Language language) const {
  const bundle::Settings& settings = desk().settings;
  const std::string here = again(frame.here.empty() ? request.target : frame.here, "", "");
  const char* other = language == base::Language::fr ? "en" : "fr";
  page.SetValue("LANGUAGE", code_of(language));
  page.SetValue("OTHER_LANGUAGE", other);
  page.SetValue("OTHER_ADDRESS", again(here, "lang", other));
  page.SetValue("TITLE", frame.title);
  page.SetValue("DESK", settings.name);
  page.SetValue("CSS", assets_.address("desk.css"));
  page.SetValue("ICON", assets_.address("desk.svg"));
  page.SetValue("HTMX", assets_.address("htmx.min.js"));
  page.SetValue("HERE", here);
  fill_look(page, request, here);
  if (!settings.phone.empty()) page.SetValueAndShowSection("NUMBER", settings.phone, "PHONE");
  for (const std::string& sentence : frame.said) {
    page.AddSectionDictionary("NOTICE")->SetValue("SENTENCE", sentence);
  }
  if (frame.room == Room::outside) return;
  if (const auto notice = http::notice_for(site_, request.principal)) {
    page.AddSectionDictionary("NOTICE")->SetValue("SENTENCE", notice->in(language));
  }
  fill_rooms(page, frame.room, request.principal, language);
  const access::Principal& who = request.principal;
  if (!who.session.empty() && !who.account.empty()) {
    page.SetValueAndShowSection("NAME", who.actor.name, "SIGNED_IN");
  }
  for (const auto& [kase, until] : who.opened) {
    if (until <= site_.desk.clock().now()) continue;
    TemplateDictionary* opened = page.AddSectionDictionary("OPENED");
    opened->SetIntValue("ID", static_cast<long>(kase.value));
    opened->SetValue("SENTENCE", base::Message(messages::kGlassOpened,
                                               {std::to_string(kase.value), time_of_day(until)})
                                     .in(language));
  }
  if (request.principal.plays) fill_roles(page, site_.desk, request.principal, language);
}

void Layout::fill_look(TemplateDictionary& page, const http::Request& request,
                       const std::string& here) const {
  const std::string look = look_of(request);
  page.SetValue("LIGHT_ADDRESS", again(here, "look", "light"));
  page.SetValue("DARK_ADDRESS", again(here, "look", "dark"));
  page.SetValue("AUTO_ADDRESS", again(here, "look", "auto"));
  page.ShowSection(look == "light" ? "IS_LIGHT" : look == "dark" ? "IS_DARK" : "IS_AUTO");
  if (!look.empty()) page.SetValueAndShowSection("KEPT", look, "LOOK");
}

void Layout::fill_clock(TemplateDictionary& page, const http::Request& request,
                        base::Language language) const {
  if (!site_.move_clock || !request.principal.plays) return;
  const base::Instant now = site_.desk.clock().now();
  page.AddSectionDictionary("CLOCK")->SetValue(
      "TODAY", fmt::format("{}, {}", long_date(now, language), time_of_day(now)));
  const auto since = base::parse_instant(request.query.get(kSince));
  if (since && access::Sight::of(request.principal).sees_all()) {
    tell_what_left(*this, *since, language, page);
  }
}

void Layout::keep_choices(const http::Request& request, base::Language language,
                          http::Response& response) const {
  const auto keep = [&](const char* name, const std::string& value) {
    const http::Cookie cookie{.name = name, .value = value, .secure = false};
    response.headers.add("Set-Cookie", http::to_header(cookie));
  };
  if (request.query.has("lang")) keep(kLanguageCookie, code_of(language));
  if (request.query.has("look")) {
    const std::string look = look_of(request);
    keep(kLookCookie, look.empty() ? "auto" : look);
  }
}

http::Response Layout::page(int status, const http::Request& request, const Frame& frame,
                            const std::function<void(TemplateDictionary&)>& fill) const {
  const base::Language language = this->language(request);
  TemplateDictionary page("page");
  put_labels(page, language);
  page.SetTemplateGlobalValue("FORM_TOKEN", http::form_token(request.principal));
  fill_head(page, request, frame, language);
  if (frame.room != Room::outside) fill_clock(page, request, language);
  TemplateDictionary* body = page.AddIncludeDictionary("BODY");
  body->SetFilename(frame.template_name);
  fill(*body);
  std::string html;
  ctemplate::ExpandTemplate("page.tpl", kStrip, &page, &html);
  http::Response response = http::html_response(status, std::move(html));
  keep_choices(request, language, response);
  return response;
}

void put_labels(TemplateDictionary& page, base::Language language) {
  for (const auto& labels :
       {std::span<const Label>(kLabels), std::span<const Label>(kDirectoryLabels),
        std::span<const Label>(kDefinitionLabels), std::span<const Label>(kChangeLabels),
        std::span<const Label>(kPaperLabels), std::span<const Label>(kPartnerLabels),
        std::span<const Label>(kResultLabels), std::span<const Label>(kListLabels),
        std::span<const Label>(kSignInLabels), std::span<const Label>(kAccountLabels)}) {
    for (const Label& label : labels) {
      const std::string_view text = language == base::Language::fr ? label.fr : label.en;
      page.SetTemplateGlobalValue(std::string(label.marker), std::string(text));
    }
  }
}

std::string new_key() {
  static thread_local std::random_device device;
  return fmt::format("form:{:08x}{:08x}{:08x}", device(), device(), device());
}

std::string address(std::string_view path, const http::Pairs& query) {
  std::string out(path);
  char joint = '?';
  for (const auto& [name, value] : query.list()) {
    out += joint + http::percent_encode(name) + '=' + http::percent_encode(value);
    joint = '&';
  }
  return out;
}

std::string way_back(const std::string& back) {
  // "//host" and "/\host" are other sites to a browser, which leaves out some control characters;
  // none of them is in an address.
  const bool local = back.starts_with('/') && !back.starts_with("//") &&
                     std::ranges::none_of(back, [](char c) {
                       return static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f';
                     });
  return local ? back : "/";
}

}  // namespace guichet::web
