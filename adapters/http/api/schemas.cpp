#include "adapters/http/api/schemas.hpp"

#include <fmt/format.h>

#include "adapters/http/api/view_members.hpp"
#include "adapters/http/definition/definition_json.hpp"
#include "adapters/http/directory/partner_document.hpp"
#include "adapters/http/partner/partner_members.hpp"
#include "adapters/http/results/result_words.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

// Collects the types of a struct's members, as the writer of JSON collects their values.
class SchemaWriter {
 public:
  template <typename T>
  SchemaWriter& operator()(std::string_view name, const T& member) {
    properties_ +=
        fmt::format("{}{}:{}", properties_.empty() ? "" : ",", json::quote(name), of(&member));
    required_ += fmt::format("{}{}", required_.empty() ? "" : ",", json::quote(name));
    return *this;
  }

  template <cases::Described T>
  static std::string object() {
    SchemaWriter writer;
    T value{};
    members(writer, value);
    return fmt::format(
        R"({{"type":"object","properties":{{{}}},"required":[{}],"additionalProperties":false}})",
        writer.properties_, writer.required_);
  }

 private:
  static std::string of(const std::string*) { return R"({"type":"string"})"; }
  static std::string of(const bool*) { return R"({"type":"boolean"})"; }
  static std::string of(const std::int32_t*) { return R"({"type":"integer"})"; }
  static std::string of(const std::int64_t*) { return R"({"type":"integer"})"; }
  template <typename Tag, typename Number>
  static std::string of(const base::Id<Tag, Number>*) {
    return R"({"type":"integer"})";
  }
  template <typename T>
  static std::string of(const std::vector<T>*) {
    return fmt::format(R"({{"type":"array","items":{}}})", of(static_cast<const T*>(nullptr)));
  }
  template <typename A, typename B>
  static std::string of(const std::pair<A, B>*) {
    return fmt::format(R"({{"type":"array","prefixItems":[{},{}],"items":false}})",
                       of(static_cast<const A*>(nullptr)), of(static_cast<const B*>(nullptr)));
  }
  template <cases::Described T>
  static std::string of(const T*) {
    return object<T>();
  }

  std::string properties_, required_;
};

struct PlainSchema {
  std::string_view name, schema;
};

// Of answers that are not views: written by their handlers.
constexpr std::array kPlain{
    PlainSchema{"Account", R"({"type":"object","properties":{"account":{"type":"string"},
"email":{"type":"string"},"name":{"type":"string"},"roles":{"type":"array","items":{"type":"string"}},
"member":{"type":"string"},"partners":{"type":"array","items":{"type":"string"}},
"second_factor":{"type":"boolean"},"password":{"type":"boolean"},"created":{"type":"string"},
"signed_in":{"type":"string"},"disabled":{"type":"string"}},"required":["account","email","name",
"roles","member","partners","second_factor","password","created","signed_in","disabled"],
"additionalProperties":false})"},
    PlainSchema{"AccountList",
                R"({"type":"object","properties":{"accounts":{"type":"array","items":{
"$ref":"#/components/schemas/Account"}}},"required":["accounts"],"additionalProperties":false})"},
    PlainSchema{"Audit", R"({"type":"object","properties":{"rows":{"type":"array","items":{
"type":"object","properties":{"seq":{"type":"integer"},"at":{"type":"string"},
"actor":{"type":"string"},"name":{"type":"string"},"persona":{"type":"string"},
"act":{"type":"string"},"object":{"type":"string"},"result":{"type":"string"},
"network":{"type":"string"}},"required":["seq","at","actor","name","persona","act","object",
"result","network"],"additionalProperties":false}},"next":{"type":"integer"},"chain":{
"type":"object","properties":{"checked":{"type":"integer"},"rows":{"type":"integer"},
"holds":{"type":"boolean"},"head":{"type":"string"}},"required":["checked","rows","holds","head"],
"additionalProperties":false}},"required":["rows","next","chain"],"additionalProperties":false})"},
    PlainSchema{"Alike", R"({"type":"object","properties":{"cases":{"type":"array","items":{
"type":"object","properties":{"case":{"type":"integer"},"number":{"type":"string"},
"person":{"type":"string"},"firm":{"type":"string"},
"by":{"type":"string","enum":["siret","person","phone"]}},
"required":["case","number","person","firm","by"],"additionalProperties":false}}},
"required":["cases"],"additionalProperties":false})"},
    PlainSchema{"Assigned", R"({"type":"object","properties":{"assigned":{"type":"integer"},
"failures":{"type":"array","items":{"type":"object","properties":{"case":{"type":"integer"},
"why":{"type":"string"}},"required":["case","why"],"additionalProperties":false}}},
"required":["assigned","failures"],"additionalProperties":false})"},
    PlainSchema{"Firm", R"({"type":"object","properties":{"siret":{"type":"string"},
"found":{"type":"boolean"},"source":{"type":"string"},"fields":{"type":"array","items":{
"type":"object","properties":{"id":{"type":"string"},"label":{"type":"string"},
"value":{"type":"string"},"shown":{"type":"string"}},"required":["id","label","value","shown"],
"additionalProperties":false}}},"required":["siret","found","source","fields"],
"additionalProperties":false})"},
    PlainSchema{"Lines", R"({"type":"object","properties":{"lines":{"type":"array","items":{
"type":"object","properties":{"code":{"type":"string"},"label":{"type":"string"}},
"required":["code","label"],"additionalProperties":false}}},"required":["lines"],
"additionalProperties":false})"},
    PlainSchema{"AskForm", R"({"type":"object","properties":{"steps":{"type":"array","items":{
"type":"object","properties":{"title":{"type":"string"},"fields":{"type":"array","items":{
"type":"object","properties":{"id":{"type":"string"},"label":{"type":"string"},
"required":{"type":"boolean"}},"required":["id","label","required"],
"additionalProperties":false}}},"required":["title","fields"],"additionalProperties":false}}},
"required":["steps"],"additionalProperties":false})"},
    PlainSchema{"Asked", R"({"type":"object","properties":{"number":{"type":"string"},
"eligible":{"type":"boolean"},"reasons":{"type":"array","items":{"type":"string"}},
"contact":{"type":"string"},"phone":{"type":"string"},"email":{"type":"string"},
"call_by":{"type":"string"},"letter":{"type":"string"},"letter_to":{"type":"string"},
"told":{"type":"string"},"repeated":{"type":"boolean"}},"required":["number","eligible","reasons",
"contact","phone","email","call_by","letter","letter_to","told","repeated"],
"additionalProperties":false})"},
    PlainSchema{"Asker", R"({"type":"object","properties":{"persona":{"type":"string"},
"id":{"type":"string"},"name":{"type":"string"},"token":{"type":"string"},
"rights":{"type":"array","items":{"type":"string"}}},
"required":["persona","id","name","token","rights"],"additionalProperties":false})"},
    PlainSchema{"Clock", R"({"type":"object","properties":{"now":{"type":"string"}},
"required":["now"],"additionalProperties":false})"},
    PlainSchema{"Desk", R"({"type":"object","properties":{"name":{"type":"string"},
"definition":{"type":"string"},"notice":{"type":"string"},
"fields":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},
"label":{"type":"string"},"type":{"type":"string"},"many":{"type":"boolean"},
"values":{"type":"array","items":{"type":"string"}},"in":{"type":"string"}},
"required":["id","label","type","many","values","in"],"additionalProperties":false}}},
"required":["name","definition","fields"],"additionalProperties":false})"},
    PlainSchema{"Done", R"({"type":"object","properties":{"done":{"type":"boolean"}},
"required":["done"],"additionalProperties":false})"},
    PlainSchema{"Duplicates", R"({"type":"array","items":{"type":"object","properties":{
"case":{"type":"integer"},"number":{"type":"string"},"person":{"type":"string"},
"firm":{"type":"string"},"same_siret":{"type":"boolean"}},
"required":["case","number","person","firm","same_siret"],"additionalProperties":false}})"},
    PlainSchema{"Enrolled", R"({"type":"object","properties":{"stage":{"type":"string"},
"name":{"type":"string"},"token":{"type":"string"},
"recovery":{"type":"array","items":{"type":"string"}}},
"required":["stage","name","token","recovery"],"additionalProperties":false})"},
    PlainSchema{"Enrolment", R"({"type":"object","properties":{"secret":{"type":"string"},
"uri":{"type":"string"}},"required":["secret","uri"],"additionalProperties":false})"},
    PlainSchema{"Entry", R"({"type":"object","properties":{"stage":{"type":"string",
"enum":["awaiting_code","enrolling","open"]},"name":{"type":"string"},"token":{"type":"string"}},
"required":["stage","name","token"],"additionalProperties":false})"},
    PlainSchema{"Health", R"({"type":"object","properties":{"status":{"type":"string"}},
"required":["status"],"additionalProperties":false})"},
    PlainSchema{"Interface", R"({"type":"object","properties":{"name":{"type":"string"},
"version":{"type":"integer"}},"required":["name","version"],"additionalProperties":false})"},
    PlainSchema{"Meanwhile", R"({"type":"object","properties":{"who":{"type":"string"},
"since":{"type":"string"},"first":{"type":"integer"},"most":{"type":"integer"},
"total":{"type":"integer"},"happenings":{"type":"array","items":{"type":"object","properties":{
"at":{"type":"string"},"case":{"type":"integer"},"number":{"type":"string"},"n":{"type":"integer"},
"kind":{"type":"string"},"what":{"type":"string"},"about":{"type":"string"},
"actor":{"type":"string"}},"required":["at","case","number","n","kind","what","about","actor"],
"additionalProperties":false}}},"required":["who","since","first","most","total","happenings"],
"additionalProperties":false})"},
    PlainSchema{"Notices", R"({"type":"object","properties":{"notices":{"type":"array","items":{
"type":"object","properties":{"on":{"type":"string"},"about":{"type":"string"},
"text":{"type":"string"}},"required":["on","about","text"],"additionalProperties":false}}},
"required":["notices"],"additionalProperties":false})"},
    PlainSchema{"OpenApi", R"({"type":"object","additionalProperties":true})"},
    PlainSchema{"Problem", R"({"type":"object","properties":{"type":{"type":"string"},
"title":{"type":"string"},"status":{"type":"integer"},"reasons":{"type":"array","items":{
"type":"object","properties":{"code":{"type":"string"},"text":{"type":"string"},
"field":{"type":"string"}},"required":["code","text"],"additionalProperties":false}},
"id":{"type":"string"},"sent":{"type":"object","additionalProperties":true},
"now":{"type":"object","properties":{"text":{"anyOf":[{"type":"string"},{"type":"null"}]},
"rev":{"type":"integer"}},"required":["text","rev"],"additionalProperties":false},
"diagnostics":{"type":"array","items":{"$ref":"#/components/schemas/Diagnostic"}},
"failures":{"type":"array","items":{"type":"string"}},
"suggested":{"type":"array","items":{"type":"string"}},
"current":{"anyOf":[{"$ref":"#/components/schemas/Case"},
{"$ref":"#/components/schemas/Partner"},{"type":"null"}]}},
"required":["type","title","status","reasons"],"additionalProperties":false})"},
    PlainSchema{"KeyList", R"({"type":"object","properties":{"keys":{"type":"array","items":{
"type":"object","properties":{"id":{"type":"string"},"begins":{"type":"string"},
"label":{"type":"string"},"partner":{"type":"string"},"may":{"type":"array","items":{
"type":"string"}},"created":{"type":"string"},"used":{"type":"string"},
"expires":{"type":"string"},"revoked":{"type":"string"}},"required":["id","begins","label",
"partner","may","created","used","expires","revoked"],"additionalProperties":false}}},
"required":["keys"],"additionalProperties":false})"},
    PlainSchema{"NewKey", R"({"type":"object","properties":{"id":{"type":"string"},
"key":{"type":"string"}},"required":["id","key"],"additionalProperties":false})"},
    PlainSchema{"OwnAccount", R"({"type":"object","properties":{"email":{"type":"string"},
"name":{"type":"string"},"roles":{"type":"array","items":{"type":"string"}},
"second_factor":{"type":"boolean"},"recovery_left":{"type":"integer"}},"required":["email","name",
"roles","second_factor","recovery_left"],"additionalProperties":false})"},
    PlainSchema{"Recovery", R"({"type":"object","properties":{"recovery":{"type":"array","items":{
"type":"string"}}},"required":["recovery"],"additionalProperties":false})"},
    PlainSchema{"OpenedCase", R"({"type":"object","properties":{"until":{"type":"string"}},
"required":["until"],"additionalProperties":false})"},
    PlainSchema{"LinkCard", R"({"type":"object","properties":{"desk":{"type":"string"},
"subject":{"type":"string"},"deadline":{"type":"string"}},
"required":["desk","subject","deadline"],"additionalProperties":false})"},
    PlainSchema{"LinkEntry", R"({"type":"object","properties":{"case":{"type":"integer"},
"n":{"type":"integer"},"token":{"type":"string"}},
"required":["case","n","token"],"additionalProperties":false})"},
    PlainSchema{"Receipt", R"({"type":"object","properties":{"case":{"type":"integer"},
"rev":{"type":"integer"},"repeated":{"type":"boolean"}},"required":["case","rev","repeated"],
"additionalProperties":false})"},
    PlainSchema{"Sessions", R"({"type":"object","properties":{"sessions":{"type":"array","items":{
"type":"object","properties":{"handle":{"type":"string"},"device":{"type":"string"},
"network":{"type":"string"},"since":{"type":"string"},"seen":{"type":"string"},
"ends":{"type":"string"},"here":{"type":"boolean"}},"required":["handle","device","network",
"since","seen","ends","here"],
"additionalProperties":false}},"devices":{"type":"array","items":{"type":"object","properties":{
"handle":{"type":"string"},"device":{"type":"string"},"since":{"type":"string"},
"ends":{"type":"string"}},"required":["handle","device","since","ends"],
"additionalProperties":false}}},"required":["sessions","devices"],"additionalProperties":false})"},
};

}  // namespace

std::string schemas_json() {
  std::string out = fmt::format(R"("Agenda":{},"Case":{},"CaseList":{},"Documents":{},"Work":{})",
                                SchemaWriter::object<Agenda>(), SchemaWriter::object<CaseView>(),
                                SchemaWriter::object<Rows>(), SchemaWriter::object<Documents>(),
                                SchemaWriter::object<Promises>());
  out += "," + directory_schemas();
  out += "," + definition_schemas();
  out += "," + std::string(result_schemas());
  out += fmt::format(R"(,"Commitments":{},"Inbox":{})", SchemaWriter::object<CommitmentsView>(),
                     SchemaWriter::object<Inbox>());
  for (const PlainSchema& each : kPlain) {
    out += fmt::format(R"(,"{}":{})", each.name, each.schema);
  }
  return out;
}

}  // namespace guichet::http
