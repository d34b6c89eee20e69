#include <ctemplate/template.h>
#include <fmt/format.h>

#include "adapters/http/partner/commitments_view.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/partner/partner_pages.hpp"
#include "adapters/web/partner/partner_words.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::CommitmentsView;

std::string commitments_label(std::string_view marker, base::Language language) {
  for (const Label& each : kPartnerLabels) {
    if (each.marker != marker) continue;
    return std::string(language == base::Language::fr ? each.fr : each.en);
  }
  return "";
}

// "2009-02": "février 2009"; what is no month as it is.
std::string month_in_words(const std::string& month, base::Language language) {
  const auto day = base::parse_day(month + "-02");
  if (!day) return month;
  const std::string text = base::long_date(*day, language);  // "lundi 2 février 2009"
  const std::size_t at = text.find(" 2 ");
  return at == std::string::npos ? month : text.substr(at + 3);
}

class CommitmentsPage {
 public:
  CommitmentsPage(const CommitmentsView& view, const std::string& self, base::Language language)
      : view_(view), self_(self), language_(language) {}

  void fill(TemplateDictionary& body) const {
    body.SetValue("NAME", view_.name);
    body.SetValue("SELF", self_);
    body.SetValue("FIRST", view_.first);
    body.SetValue("LAST", view_.last);
    fill_promised(body);
    fill_quotas(body);
    fill_kept(body);
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  void fill_promised(TemplateDictionary& body) const {
    if (view_.promised.empty()) return body.ShowSection("NO_ARTICLE");
    TemplateDictionary* articles = body.AddSectionDictionary("ARTICLES");
    const std::string none = commitments_label("L_NO_PROMISE", language_);
    for (const http::PromisedView& each : view_.promised) {
      TemplateDictionary* article = articles->AddSectionDictionary("PROMISED");
      article->SetValue("ARTICLE", each.article);
      article->SetValue("TITLE", each.title);
      article->SetValue("ANSWER", each.answer_within.empty() ? none : each.answer_within);
      article->SetValue("CONTACT",
                        each.first_contact_within.empty() ? none : each.first_contact_within);
      for (const std::string& scope : each.scopes) {
        article->AddSectionDictionary("SCOPE")->SetValue("TEXT", scope);
      }
    }
  }

  void fill_quotas(TemplateDictionary& body) const {
    if (view_.quotas.empty()) return;
    TemplateDictionary* quotas = body.AddSectionDictionary("QUOTAS");
    for (const http::QuotaView& each : view_.quotas) {
      TemplateDictionary* quota = quotas->AddSectionDictionary("QUOTA");
      const bool a_month = each.id == "month";
      quota->SetValue("QUOTA_ID", a_month ? say(messages::kQuotaMonth) : http::spoken(each.id));
      const std::string period = each.period == "open" ? say(messages::kQuotaOpen)
                                                       : month_in_words(each.period, language_);
      quota->SetValue("QUOTA_USE", say(messages::kQuotaUse, {std::to_string(each.used),
                                                             std::to_string(each.max), period}));
      quota->SetIntValue("QUOTA_USED", static_cast<long>(each.used));
      quota->SetIntValue("QUOTA_MAX", static_cast<long>(each.max));
    }
  }

  void fill_kept(TemplateDictionary& body) const {
    if (view_.total.asked == 0) return body.ShowSection("NOTHING_ASKED");
    TemplateDictionary* kept = body.AddSectionDictionary("KEPT");
    kept->SetValue("CONTACTS",
                   say(messages::kContactsKept, {std::to_string(view_.total.contact_in_time),
                                                 std::to_string(view_.total.contact_late),
                                                 std::to_string(view_.total.contact_waiting)}));
    for (const http::KeptView& each : view_.months) {
      fill_row(*kept->AddSectionDictionary("ROW"), each, month_in_words(each.month, language_));
    }
    fill_row(*kept->AddSectionDictionary("SUM"), view_.total,
             commitments_label("L_WHOLE_PERIOD", language_));
  }

  static void fill_row(TemplateDictionary& row, const http::KeptView& kept,
                       const std::string& label) {
    row.SetValue("LABEL", label);
    const auto put = [&](const char* name, std::int64_t count) {
      row.SetIntValue(name, static_cast<long>(count));
    };
    put("ASKED", kept.asked);
    put("IN_TIME", kept.in_time);
    put("LATE", kept.late);
    put("SILENT", kept.silent);
    put("WITHDRAWN", kept.withdrawn);
    put("WAITING", kept.waiting);
    row.SetValue("MEDIAN", kept.median.empty() ? "–" : kept.median);
  }

  const CommitmentsView& view_;
  const std::string& self_;
  base::Language language_;
};

http::Response commitments_of(const Layout& layout, const http::Request& request,
                              const std::string& partner, const std::string& self) {
  const base::Language language = layout.language(request);
  http::Site& site = layout.site();
  const CommitmentsView view =
      http::view_commitments(*http::results_of(site), site.desk, partner,
                             http::period_asked(request.query, site.desk), language);
  const CommitmentsPage page(view, self, language);
  return layout.page(
      200, request,
      {.room = Room::commitments,
       .title = fmt::format("{} · {}", commitments_label("L_COMMITMENTS", language), view.name),
       .template_name = "commitments.tpl"},
      [&](TemplateDictionary& body) { page.fill(body); });
}

// Whose sheet: one of one's own institutions; of the desk's people, any.
http::Response which_partner(const Layout& layout, const http::Request& request,
                             const std::vector<std::string>& partners) {
  const base::Language language = layout.language(request);
  return layout.page(200, request,
                     {.room = Room::commitments,
                      .title = commitments_label("L_COMMITMENTS", language),
                      .template_name = "which_partner.tpl"},
                     [&](TemplateDictionary& body) {
                       for (const std::string& id : partners) {
                         TemplateDictionary* each = body.AddSectionDictionary("PARTNER");
                         each->SetValue("ADDRESS", "/partners/" + id + "/commitments");
                         each->SetValue("NAME",
                                        http::partner_name(layout.site().desk.directory(), id));
                       }
                       if (partners.empty()) {
                         body.SetValueAndShowSection(
                             "SENTENCE", Message(messages::kNoInstitution).in(language), "NOTE");
                       }
                     });
}

}  // namespace

http::Response commitments_page(const Layout& layout, const http::Request& request) {
  const std::string& named = request.params.get("partner");
  if (!named.empty()) {
    return commitments_of(layout, request, named, "/partners/" + named + "/commitments");
  }
  const access::Principal& who = request.principal;
  if (has_inbox(who) && who.partners.size() == 1) {
    return commitments_of(layout, request, who.partners.front(), "/commitments");
  }
  std::vector<std::string> partners = who.partners;
  if (!has_inbox(who) && !who.is(access::Persona::service)) {
    for (const auto& [id, partner] : layout.site().desk.directory().partners) {
      partners.push_back(id);
    }
  }
  return which_partner(layout, request, partners);
}

}  // namespace guichet::web
