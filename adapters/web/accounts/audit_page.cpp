#include "adapters/web/accounts/audit_page.hpp"

#include <ctemplate/template.h>

#include "adapters/http/accounts/audit_view.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/accounts/accounts_page.hpp"
#include "adapters/web/accounts/audit_words.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using ctemplate::TemplateDictionary;
using http::AuditPage;
using http::Response;

std::string act_word(std::string_view act, base::Language language) {
  for (const AuditWord& each : kAuditWords) {
    if (each.word == act) return std::string(language == base::Language::fr ? each.fr : each.en);
  }
  return std::string(act);
}

std::string plain_word(const std::string& word, base::Language language) {
  for (const PlainWord& each : kAuditResults) {
    if (each.word == word) return std::string(language == base::Language::fr ? each.fr : each.en);
  }
  return word;
}

void fill_acts_to_choose(TemplateDictionary& body, const std::string& chosen, bool french) {
  TemplateDictionary* group = nullptr;
  for (const AuditWord& each : kAuditWords) {
    if (!each.class_fr.empty()) {
      group = body.AddSectionDictionary("GROUP");
      group->SetValue("NAME", std::string(french ? each.class_fr : each.class_en));
    }
    TemplateDictionary* act = group->AddSectionDictionary("ACT");
    act->SetValue("VALUE", std::string(each.word));
    act->SetValue("LABEL", std::string(french ? each.fr : each.en));
    if (each.word == chosen) act->ShowSection("CHOSEN");
  }
}

void fill_roles_to_choose(TemplateDictionary& body, const std::string& chosen,
                          base::Language language) {
  for (std::size_t i = 0; i < access::kPersonas; ++i) {
    const std::string word(to_text(static_cast<access::Persona>(i)));
    TemplateDictionary* role = body.AddSectionDictionary("ROLE");
    role->SetValue("VALUE", word);
    role->SetValue("LABEL", plain_word(role_word(word, language), language));
    if (word == chosen) role->ShowSection("CHOSEN");
  }
}

void fill_audit_filters(TemplateDictionary& body, const AccountVisit& visit) {
  const http::Pairs& query = visit.request.query;
  for (const auto& [marker, name] :
       {std::pair{"WHO", "who"}, {"OBJECT", "object"}, {"FROM", "from"}, {"UNTIL", "until"}}) {
    body.SetValue(marker, query.get(name));
  }
  fill_acts_to_choose(body, query.get("act"), visit.language == base::Language::fr);
  fill_roles_to_choose(body, query.get("role"), visit.language);
}

void fill_audit_row(TemplateDictionary& row, const http::AuditLine& line,
                    const AccountVisit& visit) {
  const store::AuditRow& what = line.row;
  row.SetIntValue("SEQ", static_cast<long>(what.seq));
  row.SetValue("AT", visit.moment(what.at));
  row.SetValue("WHO", line.name.empty() ? plain_word(what.actor, visit.language) : line.name);
  row.SetValue("ROLE", plain_word(role_word(what.persona, visit.language), visit.language));
  row.SetValue("ACT", act_word(what.act, visit.language));
  row.SetValue("OBJECT", line.about.empty() ? plain_word(what.object, visit.language) : line.about);
  row.SetValue("RESULT", plain_word(what.result, visit.language));
  row.SetValue("NETWORK", what.ip);
}

void fill_chain(TemplateDictionary& body, const http::ChainState& chain,
                const AccountVisit& visit) {
  const std::string checked = std::to_string(chain.checked), rows = std::to_string(chain.rows);
  if (chain.broken) {
    body.SetValueAndShowSection(
        "SENTENCE", visit.say(messages::kChainBroken, {std::to_string(*chain.broken)}), "BROKEN");
    return;
  }
  const auto& text = chain.checked == chain.rows ? messages::kChainHolds : messages::kChainGoesOn;
  body.SetValueAndShowSection("SENTENCE", visit.say(text, {checked, rows}), "HOLDS");
}

// The filters as they stand, with another first row.
std::string same_filters(const std::string& path, const http::Pairs& query, std::int64_t before) {
  http::Pairs out;
  for (const auto& [name, value] : query.list()) {
    if (name != "before" && name != "lang" && name != "look" && !value.empty()) {
      out.add(name, value);
    }
  }
  if (before > 0) out.add("before", std::to_string(before));
  return address(path, out);
}

Response show_audit(const AccountVisit& visit) {
  const auto query = http::audit_query(visit.site, visit.request.query);
  AuditPage page;
  if (query) page = http::view_audit(visit.site, *query);
  const Frame frame{
      .room = Room::audit, .title = visit.say(messages::kAuditTitle), .template_name = "audit.tpl"};
  return not_kept(visit.layout.page(
      query ? 200 : query.error().status, visit.request, frame, [&](TemplateDictionary& body) {
        if (!query) {
          Refused box{.title = visit.say(messages::kAccountNotDone),
                      .reasons = {},
                      .at_fields = {},
                      .prefix = {}};
          for (const http::Reason& each : query.error().reasons) {
            box.at_fields.emplace_back(each.field, each.message);
          }
          show_refusal(body, box, visit.language);
        }
        fill_audit_filters(body, visit);
        if (query) fill_chain(body, page.chain, visit);
        body.SetValue("CSV", same_filters("/audit.csv", visit.request.query, 0));
        if (page.lines.empty()) {
          body.ShowSection("NOTHING");
          return;
        }
        TemplateDictionary* table = body.AddSectionDictionary("SOME");
        for (const http::AuditLine& each : page.lines) {
          fill_audit_row(*table->AddSectionDictionary("ROW"), each, visit);
        }
        if (page.next > 0) {
          body.SetValueAndShowSection(
              "ADDRESS", same_filters("/audit", visit.request.query, page.next), "OLDER");
        }
      }));
}

// Taking it out wants a fresh proof, and reading it at all.
Response export_audit(const AccountVisit& visit) {
  if (access::decide(visit.request.principal, Right::see_audit, {}, visit.now()) !=
      access::Decision::allow) {
    return refused_page(visit.layout, visit.request, 403);
  }
  const auto query = http::audit_query(visit.site, visit.request.query);
  if (!query) return refused_page(visit.layout, visit.request, query.error().status);
  const auto csv = http::audit_csv(visit.site, *query, visit.by());
  if (!csv) return refused_account_page(visit, csv.error());
  return http::csv_response(*csv, "journal.csv");
}

}  // namespace

void add_audit_pages(AccountRoutes& routes) {
  routes.get("/audit", {Right::see_audit, Object::nothing}, show_audit);
  routes.get("/audit.csv", {Right::take_out, Object::nothing}, export_audit);
  routes.post("/audit/check", {Right::see_audit, Object::nothing}, [](const AccountVisit& visit) {
    visit.reception().chain().start_again();
    return http::see_other("/audit");
  });
}

}  // namespace guichet::web
