#include <algorithm>

#include "engine/desk/company_register.hpp"

namespace guichet::desk {
namespace {

using vocabulary::Field;
using vocabulary::FieldType;
using vocabulary::Subject;

constexpr std::size_t kMostLookedAt = 20;  // cases of one firm

class KnownFirms final : public CompanyRegister {
 public:
  KnownFirms(store::Store& store, std::function<const bundle::Desk&()> definition)
      : store_(store), definition_(std::move(definition)) {}

  void find(const std::string& siret,
            std::function<void(std::optional<Company>)> done) const override {
    const bundle::Desk& desk = definition_();
    std::optional<Company> found;
    store_.read([&](store::Reader& reader) {
      for (const Field& field : desk.vocabulary->fields()) {
        if (field.type != FieldType::siret || field.of != Subject::firm || found) continue;
        found = newest(reader, desk, field.id, siret);
      }
    });
    done(std::move(found));
  }

 private:
  static std::optional<Company> newest(store::Reader& reader, const bundle::Desk& desk,
                                       const std::string& field, const std::string& siret) {
    auto ids = reader.known_by(field, feel::Stored::string(siret), store::Reader::Which::closed_too,
                               kMostLookedAt);
    std::ranges::sort(ids, std::greater<>());
    for (const base::CaseId id : ids) {
      const auto snapshot = reader.load(id);
      if (!snapshot || snapshot->extras.personal_data_taken) continue;
      // Found by whatever it ever said: a number that was corrected is another firm's.
      const auto now = snapshot->firm.find(field);
      if (now == snapshot->firm.end() || now->second != feel::Stored::string(siret)) continue;
      Company out{.fields = {}, .source = snapshot->number};
      for (const Field& each : desk.vocabulary->fields()) {
        const bool of_firm = each.of == Subject::firm;
        const bool of_place = each.of == Subject::kase && each.type == FieldType::code;
        if (!of_firm && !of_place) continue;
        const cases::Fields& fields = of_firm ? snapshot->firm : snapshot->data;
        const auto value = fields.find(each.id);
        if (value != fields.end() && !value->second.is_null()) out.fields[each.id] = value->second;
      }
      return out;
    }
    return {};
  }

  store::Store& store_;
  std::function<const bundle::Desk&()> definition_;
};

}  // namespace

std::unique_ptr<CompanyRegister> make_known_firms(store::Store& store,
                                                  std::function<const bundle::Desk&()> definition) {
  return std::make_unique<KnownFirms>(store, std::move(definition));
}

}  // namespace guichet::desk
