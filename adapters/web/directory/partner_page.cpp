// A partner's entry: its people, absences, closures, what it has open, what has changed.
#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/repeats.hpp"
#include "adapters/http/directory/directory_change.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/directory/directory_words.hpp"
#include "adapters/web/directory/entry_changes.hpp"
#include "adapters/web/directory/partner_forms.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {
namespace {

using access::Right;
using base::Message;
using ctemplate::TemplateDictionary;

constexpr std::size_t kMostReferrals = 50;
constexpr const char* kPart = "dir-part";
constexpr const char* kRev = "form-rev";

// What somebody tried, where it is shown again with what was wrong.
struct Tried {
  std::string part;
  http::Pairs typed;
  Refused refused;
  bool conflict = false;
};

bool may(const http::Request& request, Right right, const std::string& partner, base::Instant now) {
  const access::Tie tie{.object = access::Object::partner, .asked = {partner}};
  return access::decide(request.principal, right, tie, now) == access::Decision::allow;
}

class EntryPage {
 public:
  EntryPage(const Layout& layout, const http::Request& request, const http::PartnerEntry& entry)
      : layout_(layout),
        request_(request),
        entry_(entry),
        partner_(entry.partner),
        language_(layout.language(request)),
        today_(layout.desk().calendar->local_day(layout.site().desk.clock().now())) {}

  http::Response show(int status, const Tried* tried, std::vector<std::string> said) const {
    Frame frame{.room = Room::directory,
                .title = partner_.name,
                .template_name = "partner.tpl",
                .here = entry_address(partner_.id),
                .said = std::move(said)};
    return layout_.page(status, request_, frame, [&](TemplateDictionary& body) {
      body.SetValue("NAME", partner_.name);
      if (tried != nullptr) {
        show_refusal(body, tried->refused, language_);
        if (tried->conflict) fill_comparison(body, *tried);
      }
      fill_refused_addresses(body);
      if (keeps_ && access::may_ever(request_.principal, Right::see_case)) {
        fill_letters_elsewhere(body);
      }
      fill_people(body);
      fill_absences(body);
      fill_closures(body);
      fill_forms(body, tried);
      fill_referrals(body);
      if (keeps_) fill_history(body);
    });
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> with = {}) const {
    return Message(text, std::move(with)).in(language_);
  }
  std::string day(base::Day day) const { return base::short_date(day, language_); }
  std::string name_of(const std::string& adviser) const {
    const bundle::Contact* contact = partner_.adviser(adviser);
    return contact == nullptr ? adviser : contact->name;
  }

  void fill_refused_addresses(TemplateDictionary& body) const {
    for (const auto& each : http::refused_addresses(layout_.site().desk, partner_)) {
      body.AddSectionDictionary("BOUNCED")->SetValue(
          "SENTENCE", say(messages::kDirRefusedWhy, {each.address, each.reason}));
    }
  }

  // They keep the address that they were made with: whoever may call them back is shown where.
  void fill_letters_elsewhere(TemplateDictionary& body) const {
    for (const auto& each : http::letters_elsewhere(layout_.site().desk, partner_)) {
      TemplateDictionary* row = body.AddSectionDictionary("ELSEWHERE");
      row->SetValue("SENTENCE", say(messages::kDirElsewhere,
                                    {each.name, each.address,
                                     layout_.short_moment(each.leaves_at, language_)}));
      row->SetValue("NUMBER", each.number);
      row->SetIntValue("CASE", static_cast<long>(each.kase.value));
    }
  }

  void fill_people(TemplateDictionary& body) const {
    fill_person(*body.AddSectionDictionary("PERSON"), partner_.head, true);
    for (const bundle::Contact& each : partner_.advisers) {
      fill_person(*body.AddSectionDictionary("PERSON"), each, false);
    }
  }
  void fill_person(TemplateDictionary& row, const bundle::Contact& contact, bool is_head) const {
    row.SetValue("NAME", contact.name);
    row.SetValue("ROLE", contact.role);
    row.SetValue("EMAIL", contact.email);
    row.SetValue("PHONE", contact.phone);
    for (const std::string& article : contact.articles) {
      row.AddSectionDictionary("ARTICLE")->SetValue("TEXT", title_of(article));
    }
    if (is_head) return row.ShowSection("IS_HEAD");
    if (const bundle::Absence* away = bundle::absence_on(partner_.absences, contact.id, today_)) {
      row.SetValueAndShowSection("TEXT", say(messages::kDirTag, {day(away->last)}), "AWAY");
    }
    if (!hands_over_) return;
    row.SetValueAndShowSection(
        "ADDRESS", entry_address(partner_.id) + "/advisers/" + http::percent_encode(contact.id),
        "LEAVES");
  }
  std::string title_of(const std::string& article) const {
    for (const auto& [id, convention] : layout_.desk().conventions) {
      const convention::Article* known = convention->article(article);
      if (known != nullptr && !known->title.empty()) return known->title;
    }
    return article;
  }

  // Past ones are in the history.
  void fill_absences(TemplateDictionary& body) const {
    bool any = false;
    for (std::size_t i = 0; i < partner_.absences.size(); ++i) {
      const bundle::Absence& each = partner_.absences[i];
      if (each.last < today_) continue;
      any = true;
      TemplateDictionary* row = body.AddSectionDictionary("ABSENCE");
      row->SetValue("NAME", name_of(each.who));
      row->SetValue("SUBSTITUTE", each.substitute.empty() ? "" : name_of(each.substitute));
      fill_stretch(*row, each.first, each.last, "drop-absence", i);
    }
    if (!any) body.ShowSection("NO_ABSENCE");
  }
  void fill_closures(TemplateDictionary& body) const {
    bool any = false;
    for (std::size_t i = 0; i < partner_.closures.size(); ++i) {
      const bundle::PartnerClosure& each = partner_.closures[i];
      if (each.last < today_) continue;
      any = true;
      TemplateDictionary* row = body.AddSectionDictionary("CLOSURE");
      row->ShowSection(each.clock_stopped ? "STOPS" : "RUNS");
      fill_stretch(*row, each.first, each.last, "drop-closure", i);
    }
    if (!any) body.ShowSection("NO_CLOSURE");
  }
  void fill_stretch(TemplateDictionary& row, base::Day first, base::Day last, const char* part,
                    std::size_t index) const {
    row.SetValue("FROM", day(first));
    row.SetValue("UNTIL", day(last));
    if (!keeps_) return;
    TemplateDictionary* drop = row.AddSectionDictionary("DROP");
    drop->SetValue("ACTION", entry_address(partner_.id));
    drop->SetValue("PART", part);
    drop->SetValue("KEY", new_key());
    drop->SetIntValue("INDEX", static_cast<long>(index));
    drop->SetIntValue("REV", static_cast<long>(entry_.rev));
  }

  void fill_forms(TemplateDictionary& body, const Tried* tried) const {
    if (!keeps_ && !tells_) return;
    TemplateDictionary* forms = body.AddSectionDictionary("FORMS");
    for (PartnerForm& form : PartnerForms(layout_.desk(), language_).all(partner_)) {
      if (!keeps_ && form.part != "absence") continue;
      TemplateDictionary* part = forms->AddSectionDictionary("FORM");
      part->SetValue("TITLE", form.title);
      part->SetValue("BUTTON", say(messages::kDirKeep));
      part->SetValue("ACTION",
                     entry_address(partner_.id) + (form.part == "absence" ? "/absences" : ""));
      part->SetValue("PART", form.part);
      part->SetValue("KEY", new_key());
      part->SetIntValue("REV", static_cast<long>(entry_.rev));
      const bool again = tried != nullptr && tried->part == form.part;
      if (again) part->ShowSection("OPEN");
      for (Question& each : form.questions) {
        if (again) {
          each.values = tried->typed.all(each.id);
          each.error = error_at(tried->refused.at_fields, each.id, language_);
        }
        add_question(*part, each, form.prefix());
      }
    }
  }

  // What was typed beside what is there, for each question of the form.
  void fill_comparison(TemplateDictionary& body, const Tried& tried) const {
    const auto form = PartnerForms(layout_.desk(), language_).form(tried.part, partner_);
    if (!form) return;
    TemplateDictionary* compare = body.AddSectionDictionary("COMPARE");
    for (const Question& each : form->questions) {
      if (each.id == "dir-note") continue;
      const std::string yours = shown(each, tried.typed.all(each.id));
      const std::string now = shown(each, each.values);
      for (const auto& [section, text] : {std::pair("YOURS", yours), std::pair("NOW", now)}) {
        TemplateDictionary* row = compare->AddSectionDictionary(section);
        row->SetValue("LABEL", each.label);
        row->SetValue("TEXT", text);
        if (yours != now) row->ShowSection("DIFFERS");
      }
    }
  }
  static std::string shown(const Question& question, const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) {
      const auto choice = std::ranges::find(question.choices, value, &Choice::value);
      const std::string& text = choice == question.choices.end() ? value : choice->label;
      out += (out.empty() ? "" : ", ") + text;
    }
    return out;
  }

  void fill_referrals(TemplateDictionary& body) const {
    const auto open = http::open_referrals(layout_.site().desk, partner_.id);
    body.SetIntValue("OPEN_COUNT", static_cast<long>(open.size()));
    if (open.empty()) return body.ShowSection("NO_REFERRAL");
    TemplateDictionary* list = body.AddSectionDictionary("REFERRALS");
    const bool reads = access::may_ever(request_.principal, Right::see_case);
    for (std::size_t i = 0; i < open.size() && i < kMostReferrals; ++i) {
      TemplateDictionary* row = list->AddSectionDictionary("REFERRAL");
      row->SetValue("NUMBER", open[i].number);
      row->SetIntValue("CASE", static_cast<long>(open[i].kase.value));
      row->ShowSection(reads ? "LINKED" : "PLAIN");
      row->SetValue("ADVISER", name_of(open[i].adviser));
      row->SetValue("SINCE", day(layout_.desk().calendar->local_day(open[i].since)));
    }
    if (open.size() > kMostReferrals) {
      list->SetValueAndShowSection(
          "TEXT", say(messages::kDirMore, {std::to_string(open.size() - kMostReferrals)}), "MORE");
    }
  }

  void fill_history(TemplateDictionary& body) const {
    TemplateDictionary* history = body.AddSectionDictionary("HISTORY");
    const auto changes = http::changes_of(layout_.site().desk, partner_.id);
    if (changes.empty()) history->ShowSection("NO_HISTORY");
    for (const http::DirectoryChangeView& each : changes) {
      TemplateDictionary* entry = history->AddSectionDictionary("CHANGE");
      entry->SetValue("AT", layout_.short_moment(each.at, language_));
      entry->SetValue("BY", each.by);
      if (!each.note.empty()) entry->SetValueAndShowSection("TEXT", each.note, "NOTE");
      if (!each.before || !each.after) continue;
      for (const std::string& line : changes_between(*each.before, *each.after, language_)) {
        entry->AddSectionDictionary("LINE")->SetValue("TEXT", line);
      }
    }
  }

  const Layout& layout_;
  const http::Request& request_;
  const http::PartnerEntry& entry_;
  const bundle::Partner& partner_;
  const base::Language language_;
  const base::Day today_;
  const base::Instant now_ = layout_.site().desk.clock().now();
  const bool keeps_ = may(request_, Right::keep_directory, partner_.id, now_);
  const bool tells_ = may(request_, Right::tell_absence, partner_.id, now_);
  const bool hands_over_ = may(request_, Right::put_right, partner_.id, now_);
};

http::Response show_entry(const Layout& layout, const http::Request& request, int status,
                          const Tried* tried, std::vector<std::string> said = {}) {
  const auto entry = http::find_partner(layout.site().desk, request.params.get("partner"));
  if (!entry) return refused_page(layout, request, 404);
  return EntryPage(layout, request, *entry).show(status, tried, std::move(said));
}

// Takes an absence or a closure away; false where the form is none of that.
bool drop(const http::Pairs& typed, bundle::Partner& partner) {
  const std::string& part = typed.get(kPart);
  const auto index = http::whole_number(typed.get("dir-index"));
  const auto take = [&](auto& list) {
    if (!index || *index < 0 || static_cast<std::size_t>(*index) >= list.size()) return false;
    list.erase(list.begin() + *index);
    return true;
  };
  if (part == "drop-absence") return take(partner.absences);
  if (part == "drop-closure") return take(partner.closures);
  return false;
}

void keep_entry(const Layout& layout, const http::Request& request, bundle::Partner partner,
                std::int64_t rev, Tried tried, const http::Respond& respond) {
  const std::string note = tried.typed.get("dir-note");
  http::keep_partner(
      layout.site(), request, std::move(partner), rev, note,
      [&layout, request, tried = std::move(tried), respond](const desk::KeptPartner& kept) mutable {
        const base::Language language = layout.language(request);
        if (kept) {
          return respond(
              http::see_other(entry_address(request.params.get("partner")) + "?saved=1"));
        }
        tried.refused.title = Message(messages::kDirNotSaved).in(language);
        for (const Message& each : kept.error().reasons) {
          tried.refused.reasons.push_back(each.in(language));
        }
        tried.conflict = kept.error().status == 409;
        respond(show_entry(layout, request, kept.error().status, &tried));
      });
}

}  // namespace

http::Response partner_page(const Layout& layout, const http::Request& request) {
  std::vector<std::string> said;
  if (request.query.has("saved")) {
    said.push_back(Message(messages::kDirSaved).in(layout.language(request)));
  }
  return show_entry(layout, request, 200, nullptr, std::move(said));
}

void save_partner(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const base::Language language = layout.language(request);
  const auto say = [&](const base::MessageText& text) { return Message(text).in(language); };
  const auto entry = http::find_partner(layout.site().desk, request.params.get("partner"));
  if (!entry) return respond(refused_page(layout, request, 404));
  Tried tried{.part = form->fields.get(kPart), .typed = form->fields, .refused = {}};
  tried.refused.title = say(messages::kDirNotSaved);
  const bool is_current = http::whole_number(form->fields.get(kRev)) == entry->rev;
  if (tried.part.starts_with("drop-")) {
    bundle::Partner partner = entry->partner;
    if (is_current && drop(form->fields, partner)) {
      return keep_entry(layout, request, std::move(partner), entry->rev, std::move(tried), respond);
    }
    tried.refused.reasons = {say(messages::kDirMoved)};
    return respond(show_entry(layout, request, 409, &tried));
  }
  // The address for absences takes nothing else.
  if (request.path.back() == "absences") tried.part = "absence";
  const PartnerForms forms(layout.desk(), language);
  const auto shown = forms.form(tried.part, entry->partner);
  if (!shown) {
    tried.refused.reasons = {say(messages::kDirMoved)};
    return respond(show_entry(layout, request, 409, &tried));
  }
  tried.refused.prefix = shown->prefix();
  if (shown->replaces && !is_current) {
    tried.conflict = true;
    tried.refused.reasons = {say(messages::kDirConflict)};
    return respond(show_entry(layout, request, 409, &tried));
  }
  auto filled = forms.fill(tried.part, entry->partner, form->fields,
                           layout.site().desk.directory().find(entry->partner.id));
  if (!filled.errors.empty() || !filled.reasons.empty()) {
    tried.refused.at_fields = std::move(filled.errors);
    for (const Message& each : filled.reasons) tried.refused.reasons.push_back(each.in(language));
    return respond(show_entry(layout, request, 422, &tried));
  }
  keep_entry(layout, request, std::move(filled.partner), entry->rev, std::move(tried), respond);
}

void add_directory_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  using access::Object;
  using Page = http::Response (*)(const Layout&, const http::Request&);
  const auto repeats = std::make_shared<http::Repeats>();
  const auto get = [&](const char* path, http::RouteAccess access, Page page) {
    router.get(path, access,
               [layout, page](const http::Request& request, const http::Respond& respond) {
                 respond(page(*layout, request));
               });
  };
  const auto post = [&](const char* path, http::RouteAccess access, DirectoryAct act) {
    router.post(path, access, once_by_form(repeats, layout, act));
  };
  get("/directory", {Right::see_partner, Object::nothing}, directory_page);
  get("/directory/staff", {Right::keep_directory, Object::nothing}, staff_page);
  post("/directory/staff", {Right::keep_directory, Object::nothing}, save_staff);
  get("/directory/{partner}", {Right::see_partner, Object::partner}, partner_page);
  post("/directory/{partner}", {Right::keep_directory, Object::partner}, save_partner);
  post("/directory/{partner}/absences", {Right::tell_absence, Object::partner}, save_partner);
  get("/directory/{partner}/advisers/{adviser}", {Right::put_right, Object::partner},
      hand_over_page);
  post("/directory/{partner}/advisers/{adviser}", {Right::put_right, Object::partner}, hand_over);
}

}  // namespace guichet::web
