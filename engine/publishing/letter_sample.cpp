#include "engine/publishing/letter_sample.hpp"

#include <filesystem>

#include "engine/letters/letter.hpp"

namespace guichet::publishing {
namespace {

using feel::Entry;
using feel::Value;
using vocabulary::Field;
using vocabulary::FieldType;

// The names of a letter with values that look like real ones.
class SampleValues {
 public:
  SampleValues(const bundle::Desk& desk, const cases::Snapshot* kase, base::Instant now,
               feel::Arena& arena)
      : desk_(desk), kase_(kase), today_(desk.calendar->local_day(now)), arena_(arena) {}

  std::vector<Value> slots(const feel::Scope& scope, const letters::Letter& letter) {
    std::vector<Value> out(scope.size());
    const auto put = [&](std::string_view name, const Value& value) {
      if (const auto slot = scope.find(name)) out[*slot] = value;
    };
    const Value person = contact("Camille Exemple", "camille@exemple.test");
    put("recipient", person);
    put("shared", fields({}));
    put("case", kase());
    put("firm", fields({}));
    put("person", fields({}));
    put("request", fields({{"workflow", text(desk_.intake.workflow)}}));
    put("need", fields({{"title", theme()}, {"state", text("")}, {"others", arena_.list({})}}));
    put("article", article());
    put("partner", partner());
    put("due", due(letter));
    put("link", link());
    put("desk", own());
    put("event", arena_.context({}));
    const Value reasons[] = {text("(motif)")};
    const Entry refusal[] = {{"reasons", arena_.list(reasons)}};
    put("refusal", arena_.context(refusal));
    return out;
  }

 private:
  Value text(std::string_view value) { return arena_.string(value); }

  // Of the case, wherever it stands there; null where it is not known.
  Value known(const std::string& id) {
    if (kase_ == nullptr) return {};
    for (const cases::Fields* from : {&kase_->person, &kase_->firm, &kase_->data}) {
      const auto found = from->find(id);
      if (found != from->end() && !found->second.is_null())
        return arena_.copy(found->second.value());
    }
    for (auto each = kase_->instances.rbegin(); each != kase_->instances.rend(); ++each) {
      const auto found = each->data.find(id);
      if (found != each->data.end() && !found->second.is_null()) {
        return arena_.copy(found->second.value());
      }
    }
    return {};
  }

  Value made_up(const Field& field) {
    switch (field.type) {
      case FieldType::number:
        return Value::integer(5);
      case FieldType::boolean:
      case FieldType::consent:
        return Value::boolean(true);
      case FieldType::date:
        return Value::date(today_ + std::chrono::days(7));
      case FieldType::choice:
        return field.values.empty() ? Value() : text(field.values.front());
      case FieldType::code: {
        const auto* codes = desk_.vocabulary->referential(field.referential);
        return codes == nullptr || codes->codes().empty() ? Value() : text(codes->codes().front());
      }
      case FieldType::siret:
        return text("12345678200010");
      case FieldType::email:
        return text("camille@exemple.test");
      case FieldType::phone:
        return text("05 65 00 00 00");
      case FieldType::partner:
        return desk_.directory.partners.empty() ? Value()
                                                : text(desk_.directory.partners.begin()->first);
      case FieldType::text:
        break;
    }
    return text("(" + field.label + ")");
  }

  Value fields(std::vector<Entry> entries) {
    for (const Field& field : desk_.vocabulary->fields()) {
      Value value = known(field.id);
      if (value.is_null()) {
        value = made_up(field);
        if (field.many) {
          const Value items[] = {value};
          value = arena_.list(items);
        }
      }
      entries.push_back({field.id, value});
    }
    return arena_.context(entries);
  }

  Value theme() {
    const Field* field = desk_.vocabulary->find("theme");
    return field == nullptr ? text("") : made_up(*field);
  }

  Value contact(std::string_view name, std::string_view email) {
    const Entry entries[] = {{"id", text("exemple")},          {"name", text(name)},
                             {"email", text(email)},           {"phone", text("05 65 00 00 00")},
                             {"institution", text("Exemple")}, {"role", text("")}};
    return arena_.context(entries);
  }

  Value kase() {
    Value owner = contact("Camille Exemple", "camille@exemple.test");
    if (!desk_.settings.staff.empty()) {
      const bundle::Member& member = desk_.settings.staff.front();
      const Entry entries[] = {{"id", text(member.id)},
                               {"name", text(member.name)},
                               {"email", text(member.email)},
                               {"phone", text(member.phone)}};
      owner = arena_.context(entries);
    }
    return fields({{"id", Value::integer(kase_ == nullptr ? 0 : kase_->id.value)},
                   {"number", text(kase_ == nullptr ? "S-00000" : kase_->number)},
                   {"opened_on", Value::date(today_)},
                   {"owner", owner},
                   {"contact", owner}});
  }

  Value article() {
    std::string id = "art-1", title = "Article 1";
    for (const auto& [name, convention] : desk_.conventions) {
      if (convention->parts().articles.empty()) continue;
      id = convention->parts().articles.front().id;
      title = convention->parts().articles.front().title;
    }
    const Entry entries[] = {{"id", text(id)}, {"title", text(title)}};
    return arena_.context(entries);
  }

  Value partner() {
    if (desk_.directory.partners.empty()) return contact("Exemple", "exemple@exemple.test");
    const bundle::Partner& partner = desk_.directory.partners.begin()->second;
    const Entry entries[] = {{"id", text(partner.id)},
                             {"name", text(partner.name)},
                             {"institution", text(partner.name)},
                             {"phone", text(partner.head.phone)},
                             {"email", text(partner.head.email)}};
    return arena_.context(entries);
  }

  Value due(const letters::Letter& letter) {
    std::vector<Entry> entries;
    for (const std::string& name : letter.timers) {
      entries.push_back({name, Value::date(desk_.calendar->add_business_days(today_, 5))});
    }
    return arena_.context(entries);
  }

  Value link() {
    const std::string address = desk_.settings.base_url + "/r/exemple";
    const Entry entries[] = {{"reply", text(address)}, {"follow", text(address)}};
    return arena_.context(entries);
  }

  Value own() {
    const bundle::Settings& settings = desk_.settings;
    const Entry entries[] = {{"name", text(settings.name)},
                             {"address", text(settings.address)},
                             {"phone", text(settings.phone)},
                             {"email", text(settings.email)},
                             {"site", text(settings.site)}};
    return arena_.context(entries);
  }

  const bundle::Desk& desk_;
  const cases::Snapshot* kase_;
  base::Day today_;
  feel::Arena& arena_;
};

}  // namespace

std::optional<LetterSample> sample_letter(const bundle::Desk& desk, const base::Source& source,
                                          const cases::Snapshot* kase, base::Instant now,
                                          base::Diagnostics& diagnostics) {
  letters::Surroundings around{.vocabulary = *desk.vocabulary,
                               .language = desk.settings.language,
                               .zone = desk.calendar->zone()};
  for (const auto& [id, role] : desk.settings.roles) around.roles.push_back(id);
  const auto letter = letters::load_letter(
      source, std::filesystem::path(source->name()).stem().string(), around, diagnostics);
  if (!letter) return {};
  feel::Arena arena;
  const std::vector<Value> slots =
      SampleValues(desk, kase, now, arena).slots(letters::letter_scope(around), *letter);
  feel::Evaluation run{.arena = arena, .now = now, .zone = desk.calendar->zone()};
  const std::string markdown = letter->body.fill(slots, run, true);
  return LetterSample{letter->subject.fill(slots, run, false), letters::to_plain(markdown),
                      letters::to_html(markdown)};
}

}  // namespace guichet::publishing
