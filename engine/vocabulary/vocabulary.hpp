// What a desk's words mean: typed fields, referentials, roles. Immutable once loaded.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/error.hpp"
#include "engine/vocabulary/referential.hpp"
#include "engine/yaml/node.hpp"
#include "rules/feel/expression.hpp"
#include "rules/feel/type.hpp"
#include "rules/feel/value.hpp"

namespace guichet::vocabulary {

// What a field describes. `of: request | case | person | firm | need | referral | any`.
enum class Subject { request, kase, person, firm, need, referral, any };

enum class FieldType {
  text,  // one or several lines
  number,
  boolean,  // oui, non, true, false
  date,
  choice,  // one of `values`
  code,    // of the referential named by `in`
  siret,   // 14 digits; the Luhn key is checked
  email,
  phone,
  partner,  // id of a partner
  consent,  // given, refused, withdrawn; `words` gives the territory's words
};

struct Field {
  std::string id;
  Subject of = Subject::kase;
  FieldType type = FieldType::text;
  bool many = false;  // `list of ...`
  std::string label;  // for people; the id where not given
  std::string help;
  std::vector<std::string> values;                  // choice
  std::map<std::string, std::string> value_labels;  // choice: value -> what people read
  std::string referential;                          // code
  std::map<std::string, std::string> words;         // consent: word -> given | refused | withdrawn
  feel::Expression check;                           // unary tests on the value; empty if none
  bool unclear = false;                      // its declaration has a mistake: fits anything
  std::string personal_class;                       // key of `classes`; empty: no personal data
  base::Location at;
};

// A consent's value as a field stores it: given, refused or withdrawn as text; in FEEL the field
// is true only if given.
constexpr std::string_view kGiven = "given";
constexpr std::string_view kRefused = "refused";
constexpr std::string_view kWithdrawn = "withdrawn";

struct RetentionClass {
  std::string id;
  std::string keep;  // ISO duration from the case's closing
};

class Vocabulary {
 public:
  const Field* find(std::string_view id) const;
  const std::vector<Field>& fields() const { return fields_; }  // in the file's order
  std::vector<std::string> ids() const;
  const std::map<std::string, RetentionClass>& classes() const { return classes_; }
  const Referential* referential(std::string_view id) const;
  const std::map<std::string, std::shared_ptr<const Referential>>& referentials() const {
    return referentials_;
  }

  // The static type of a field in expressions.
  feel::Type type_of(const Field& field) const;
  // Declares lookup(referential, code) -> context of the row's columns, as texts, in `scope`; null
  // with a note where the code is unknown.
  void declare_lookup(feel::Scope& scope) const;

 private:
  friend std::shared_ptr<const Vocabulary> load_vocabulary(
      const yaml::Node&, std::map<std::string, std::shared_ptr<const Referential>>,
      base::Diagnostics&);
  std::vector<Field> fields_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::map<std::string, RetentionClass> classes_;
  std::map<std::string, std::shared_ptr<const Referential>> referentials_;
};

// Reads `guichet: fields/1`. After an error the vocabulary still has every field's name, so that
// other files can be checked against it; a desk is never made of it.
std::shared_ptr<const Vocabulary> load_vocabulary(
    const yaml::Node& root, std::map<std::string, std::shared_ptr<const Referential>> referentials,
    base::Diagnostics& diagnostics);

// How people write dates and lists where text comes in (intake's `formats:`).
struct Formats {
  std::string date = "yyyy-mm-dd";  // or dd/mm/yyyy
  char list_separator = '|';
};

// What text means as a value of `field`, checked against its type, values, referential and check.
// Empty text is null. The error is a sentence for the person who typed it.
std::expected<feel::Stored, base::Message> parse_value(const Field& field, std::string_view text,
                                                       const Vocabulary& vocabulary,
                                                       const Formats& formats = {});
// The same for a value that is typed already (JSON, a literal of YAML): a string where the field
// wants a date is parsed; a list for a list; null stays null.
std::expected<feel::Stored, base::Message> fit_value(const Field& field, const feel::Value& value,
                                                     const Vocabulary& vocabulary);
// What a person reads: "oui", "04/02/2009", a code's label, a list joined by ", ".
std::string shown(const Field& field, const feel::Value& value, const Vocabulary& vocabulary,
                  base::Language language);
// The same with the field's referential at hand (nullptr: a code is shown as it is).
std::string shown(const Field& field, const feel::Value& value, const Referential* referential,
                  base::Language language);
// A value of which no field is known.
std::string shown(const feel::Value& value, base::Language language);

}  // namespace guichet::vocabulary
