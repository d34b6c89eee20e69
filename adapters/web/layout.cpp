#include "adapters/web/layout.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <span>

#include "adapters/web/messages.hpp"
#include "engine/base/digest.hpp"

namespace guichet::web {

std::span<const http::Asset> embedded_templates();
std::span<const http::Asset> embedded_assets();

namespace {

using ctemplate::TemplateDictionary;

void load_templates() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (const http::Asset& each : embedded_templates()) {
      ctemplate::StringToTemplateCache(std::string(each.path), each.bytes.data(), each.bytes.size(),
                                       ctemplate::STRIP_WHITESPACE);
    }
  });
}

void fill_roles(TemplateDictionary& page, const bundle::Desk& desk, const access::Actor& actor) {
  for (const bundle::Member& member : desk.settings.staff) {
    TemplateDictionary* option = page.AddSectionDictionary("MEMBER");
    option->SetValue("ID", member.id);
    option->SetValue("NAME", member.name);
    if (member.id == actor.id) option->ShowSection("CHOSEN");
  }
}

}  // namespace

Layout::Layout(http::Site& site) : site_(site), assets_(embedded_assets()) {
  load_templates();
}

base::Language Layout::language(const http::Request& request) const {
  const std::string& kept = request.cookies.get("guichet-lang");
  if (!request.query.has("lang") && !kept.empty()) return base::language_of(kept);
  return http::language_of(request, site_);
}

std::string Layout::long_date(base::Instant at, base::Language language) const {
  return base::long_date(site_.desk.definition().calendar->local_day(at), language);
}

std::string Layout::short_moment(base::Instant at, base::Language language) const {
  const base::LocalTime local = site_.desk.definition().calendar->local_time(at);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  return fmt::format("{} {:02}:{:02}", base::short_date(day, language), time.hours().count(),
                     time.minutes().count());
}

void Layout::fill_head(TemplateDictionary& page, const http::Request& request, const Frame& frame,
                       base::Language language) const {
  const bundle::Desk& desk = site_.desk.definition();
  page.SetValue("LANGUAGE", language == base::Language::fr ? "fr" : "en");
  page.SetValue("OTHER_LANGUAGE", language == base::Language::fr ? "en" : "fr");
  page.SetValue("TITLE", frame.title);
  page.SetValue("DESK", desk.settings.name);
  page.SetValue("CSS", assets_.address("desk.css"));
  page.SetValue("HTMX", assets_.address("htmx.min.js"));
  page.SetValue("HERE", "/" + fmt::format("{}", request.target.substr(1)));
  const char* current = frame.room == Room::work      ? "AT_WORK"
                        : frame.room == Room::cases   ? "AT_CASES"
                        : frame.room == Room::request ? "AT_REQUEST"
                                                      : nullptr;
  if (current != nullptr) page.ShowSection(current);
  fill_roles(page, desk, http::actor_of(request, site_));
}

void Layout::fill_clock(TemplateDictionary& page, base::Language language) const {
  if (!site_.move_clock) return;
  TemplateDictionary* clock = page.AddSectionDictionary("CLOCK");
  const base::Instant now = site_.desk.clock().now();
  const base::LocalTime local = site_.desk.definition().calendar->local_time(now);
  const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
  clock->SetValue("TODAY", fmt::format("{}, {:02}:{:02}", long_date(now, language),
                                       time.hours().count(), time.minutes().count()));
}

http::Response Layout::page(int status, const http::Request& request, const Frame& frame,
                            const std::function<void(TemplateDictionary&)>& fill) const {
  const base::Language language = this->language(request);
  TemplateDictionary page("page");
  put_labels(page, language);
  fill_head(page, request, frame, language);
  fill_clock(page, language);
  TemplateDictionary* body = page.AddIncludeDictionary("BODY");
  body->SetFilename(frame.template_name);
  fill(*body);
  std::string html;
  ctemplate::ExpandTemplate("page.tpl", ctemplate::STRIP_WHITESPACE, &page, &html);
  http::Response response = http::html_response(status, std::move(html));
  if (request.query.has("lang")) {
    response.headers.add("Set-Cookie",
                         fmt::format("guichet-lang={}; Path=/; SameSite=Lax; HttpOnly",
                                     language == base::Language::fr ? "fr" : "en"));
  }
  return response;
}

void put_labels(TemplateDictionary& page, base::Language language) {
  for (const Label& label : kLabels) {
    page.SetTemplateGlobalValue(std::string(label.marker),
                                std::string(language == base::Language::fr ? label.fr : label.en));
  }
}

std::string new_key() {
  static std::atomic<std::uint64_t> count{0};
  const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
  return "form:" + base::sha256_hex(fmt::format("{}/{}", now, ++count)).substr(0, 24);
}

}  // namespace guichet::web
