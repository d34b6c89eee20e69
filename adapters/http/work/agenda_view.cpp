#include "adapters/http/work/agenda_view.hpp"

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/work/agenda_messages.hpp"

namespace guichet::http {
namespace {

using base::Message;
using cases::Instance;
using cases::Snapshot;
using store::Topic;

std::string_view kind_of(Topic topic) {
  switch (topic) {
    case Topic::line:
      return "line";
    case Topic::opposite:
      return "opposite";
    case Topic::silence:
      return "silence";
    case Topic::requalified:
      return "requalified";
    default:
      return "new";
  }
}

class Meeting {
 public:
  Meeting(desk::Desk& desk, base::Instant since, base::Language language)
      : desk_(desk), since_(since), language_(language) {}

  AgendaView line(const Snapshot& snapshot, const Instance& about, Topic topic) const {
    const model::Workflow* workflow = desk_.definition().workflow(about.workflow);
    AgendaView out{.kase = snapshot.id,
                   .n = about.n,
                   .number = snapshot.number,
                   .person = person(snapshot),
                   .title = workflow == nullptr ? about.workflow : workflow->title,
                   .kind = std::string(kind_of(topic))};
    add_said(store::talked_about(snapshot, about), out.reasons);
    if (about.extras.requalified_from && about.opened_at >= since_) {
      add(say(messages::kNowAnother, {day(about.opened_at)}), out.reasons);
    } else if (std::min(about.opened_at, snapshot.opened_at) >= since_) {
      add(say(messages::kIsNew, {day(snapshot.opened_at)}), out.reasons);
    }
    return out;
  }

 private:
  void add_said(const store::TalkedAbout& said, std::vector<std::string>& out) const {
    for (const cases::AgendaItem* item : said.lines) add(item->text, out);
    if (said.yes != nullptr) add(say(messages::kOpposite, {name(*said.yes), name(*said.no)}), out);
    for (const Instance* each : said.silences) add(say(messages::kSilence, {name(*each)}), out);
  }
  static void add(std::string sentence, std::vector<std::string>& out) {
    if (std::ranges::find(out, sentence) == out.end()) out.push_back(std::move(sentence));
  }
  std::string say(const base::MessageText& text, std::vector<std::string> arguments) const {
    return Message(text, std::move(arguments)).in(language_);
  }
  std::string day(base::Instant at) const {
    return base::short_date(desk_.definition().calendar->local_day(at), language_);
  }
  std::string name(const Instance& referral) const {
    return partner_name(desk_.directory(), referral.referral->partner);
  }
  std::string person(const Snapshot& snapshot) const {
    const bundle::Settings& settings = desk_.definition().settings;
    std::string out = name_of(settings.person, snapshot.person);
    return out.empty() ? name_of(settings.firm, snapshot.firm) : out;
  }
  static std::string name_of(const bundle::Settings::Party& party, const cases::Fields& fields) {
    std::string out;
    for (const std::string& id : party.name) {
      const auto found = fields.find(id);
      if (found == fields.end() || found->second.is_null()) continue;
      out += (out.empty() ? "" : " ") + to_text(found->second.value());
    }
    return out;
  }

  desk::Desk& desk_;
  base::Instant since_;
  base::Language language_;
};

}  // namespace

AgendaPage view_agenda(desk::Desk& desk, const access::Principal& principal, base::Instant since,
                       const store::Page& page, base::Language language) {
  const Meeting meeting(desk, since, language);
  AgendaPage out;
  desk.store().read([&](store::Reader& reader) {
    for (const store::MeetingRow& row :
         reader.meeting(access::Sight::of(principal), since, page, out.total)) {
      auto snapshot = reader.load(row.kase);
      const Instance* about = snapshot ? snapshot->find(row.n) : nullptr;
      if (about == nullptr) continue;
      out.lines.push_back(meeting.line(*snapshot, *about, row.topic));
      out.cases.push_back(std::move(*snapshot));
    }
  });
  return out;
}

}  // namespace guichet::http
