#include "adapters/http/definition/definition_json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using json::quote;
using publishing::Remark;

// `[a,b]` of what `write` makes of each.
template <typename Items, typename Write>
std::string list_of(const Items& items, const Write& write) {
  std::string out = "[";
  for (const auto& each : items) out += (out.size() == 1 ? "" : ",") + write(each);
  return out + "]";
}

std::string remark_json(const Remark& each) {
  return fmt::format(
      R"({{"file":{},"line":{},"column":{},"end_line":{},"end_column":{},"severity":"{}",)"
      R"("code":{},"message":{},"hint":{}}})",
      quote(each.file), each.line, each.column, each.end_line, each.end_column, each.severity,
      quote(each.code), quote(each.message), quote(each.hint));
}

std::string named_json(const publishing::Named& each) {
  return fmt::format(R"({{"id":{},"title":{}}})", quote(each.id), quote(each.title));
}

std::string column_json(const GridColumn& each) {
  return fmt::format(R"({{"id":{},"label":{},"expr":{},"type":{},"values":{}}})", quote(each.id),
                     quote(each.label), quote(each.expr), quote(each.type), json_list(each.values));
}

std::string gap_json(const GridGap& gap) {
  return fmt::format(R"({{"witness":{},"text":{}}})", gap.witness, quote(gap.text));
}

std::string coverage_json(const GridView& grid) {
  const auto overlap = [](const GridOverlap& each) {
    return fmt::format(R"({{"rules":{},"witness":{},"text":{}}})", json_list(each.rules),
                       each.at.witness, quote(each.at.text));
  };
  const auto unreachable = [](const std::pair<std::string, std::vector<std::string>>& each) {
    return fmt::format(R"({{"rule":{},"by":{}}})", quote(each.first), json_list(each.second));
  };
  return fmt::format(
      R"({{"complete":{},"conclusive":{},"gaps":{},"overlaps":{},"unreachable":{}}})",
      grid.complete, grid.conclusive, list_of(grid.gaps, gap_json), list_of(grid.overlaps, overlap),
      list_of(grid.unreachable, unreachable));
}

std::string failure_json(const scenarios::Failure& each) {
  const bool placed = each.at.source != nullptr;
  return fmt::format(R"({{"line":{},"text":{},"offers":{}}})",
                     placed ? each.at.source->place_of(each.at.offset).line : 0, quote(each.what),
                     json_list(each.offers));
}

std::string step_json(const scenarios::TriedStep& each) {
  const bool placed = each.at.source != nullptr;
  return fmt::format(
      R"({{"file":{},"line":{},"what":{},"at":"{}","states":{},"letters":{},"failures":{}}})",
      quote(placed ? each.at.source->name() : ""),
      placed ? each.at.source->place_of(each.at.offset).line : 0, quote(each.what),
      base::iso(each.now), json_list(each.states), json_list(each.letters),
      list_of(each.failures, failure_json));
}

std::string version_json(const publishing::Version& each) {
  const store::Publication& one = each.publication;
  return fmt::format(R"("hash":{},"at":"{}","by":{},"note":{},"previous":{},"in_force":{})",
                     quote(one.content_hash), base::iso(one.at), quote(one.by), quote(one.note),
                     quote(one.previous), each.in_force);
}

std::string diff_text(const publishing::FileChange& change) {
  std::string out;
  for (const publishing::DiffLine& each : change.lines) {
    out += each.sign;
    out += each.text + "\n";
  }
  return out;
}

}  // namespace

std::string json_or_null(const std::optional<std::string>& text) {
  return text ? quote(*text) : "null";
}

std::string json_list(const std::vector<std::string>& texts) {
  return list_of(texts, [](const std::string& each) { return quote(each); });
}

std::string to_json(const std::vector<Remark>& remarks) {
  return list_of(remarks, remark_json);
}

std::string to_json(const publishing::Drafted& drafted,
                    const std::vector<publishing::Version>& versions) {
  std::string draft = "null";
  if (drafted.draft && !drafted.changed.empty()) {
    std::vector<std::string> paths;
    for (const store::DraftFile& each : drafted.changed) paths.push_back(each.path);
    draft =
        fmt::format(R"({{"rev":{},"base":{},"at":"{}","by":{},"changed":{},"overtaken":{}}})",
                    drafted.draft->rev, quote(drafted.draft->base), base::iso(drafted.draft->at),
                    quote(drafted.draft->by), json_list(paths), json_list(drafted.overtaken()));
  }
  const store::Publication last =
      versions.empty() ? store::Publication{} : versions.front().publication;
  const auto file = [](const DefinitionFile& each) {
    return fmt::format(R"({{"path":{},"kind":{},"title":{},"changed":{},"removed":{}}})",
                       quote(each.path), quote(each.kind), quote(each.title), each.changed,
                       !each.text.has_value());
  };
  return fmt::format(
      R"({{"published":{{"hash":{},"at":"{}","by":{},"note":{}}},"draft":{},"files":{}}})",
      quote(drafted.published->content_hash), base::iso(last.at), quote(last.by), quote(last.note),
      draft, list_of(definition_files(drafted), file));
}

std::string to_json(const DefinitionFile& file) {
  return fmt::format(
      R"({{"path":{},"kind":{},"title":{},"text":{},"published":{},"rev":{},"changed":{}}})",
      quote(file.path), quote(file.kind), quote(file.title), json_or_null(file.text),
      json_or_null(file.published), file.rev, file.changed);
}

std::string to_json(const publishing::Names& names) {
  const auto field = [](const publishing::NamedField& each) {
    return fmt::format(R"({{"id":{},"title":{},"type":{},"values":{}}})", quote(each.id),
                       quote(each.title), quote(each.type), json_list(each.values));
  };
  const auto workflow = [](const publishing::NamedWorkflow& each) {
    return fmt::format(R"({{"id":{},"title":{},"states":{}}})", quote(each.id), quote(each.title),
                       json_list(each.states));
  };
  const auto function = [](const publishing::NamedFunction& each) {
    return fmt::format(R"({{"name":{},"signature":{},"text":{}}})", quote(each.name),
                       quote(each.signature), quote(each.text));
  };
  std::string keys;
  for (const auto& [kind, list] : names.keys) {
    keys += fmt::format(R"({}{}:{})", keys.empty() ? "" : ",", quote(kind),
                        list_of(list, [](const publishing::NamedKey& each) {
                          return fmt::format(R"({{"name":{},"text":{}}})", quote(each.name),
                                             quote(each.text));
                        }));
  }
  return fmt::format(
      R"({{"fields":{},"partners":{},"roles":{},"letters":{},"tables":{},"conventions":{},)"
      R"("calendars":{},"referentials":{},"themes":{},"workflows":{},"functions":{},"keys":{{{}}}}})",
      list_of(names.fields, field), list_of(names.partners, named_json),
      list_of(names.roles, named_json), json_list(names.letters), json_list(names.tables),
      json_list(names.conventions), json_list(names.calendars), json_list(names.referentials),
      json_list(names.themes), list_of(names.workflows, workflow),
      list_of(names.functions, function), keys);
}

std::string to_json(const GridView& grid) {
  const auto rule = [](const GridRule& each) {
    return fmt::format(R"({{"id":{},"line":{},"cells":{}}})", quote(each.id), each.line,
                       json_list(each.cells));
  };
  return fmt::format(
      R"({{"table":{},"hit_policy":{},"inputs":{},"outputs":{},"rules":{},"coverage":{}}})",
      quote(grid.table), quote(grid.hit_policy), list_of(grid.inputs, column_json),
      list_of(grid.outputs, column_json), list_of(grid.rules, rule), coverage_json(grid));
}

std::string to_json(const std::vector<scenarios::Tried>& tried) {
  std::size_t passed = 0;
  for (const scenarios::Tried& each : tried) passed += each.passed ? 1 : 0;
  const auto one = [](const scenarios::Tried& each) {
    return fmt::format(R"({{"name":{},"path":{},"passed":{},"steps":{},"failures":{}}})",
                       quote(each.name), quote(each.path), each.passed,
                       list_of(each.steps, step_json), list_of(each.failures, failure_json));
  };
  return fmt::format(R"({{"passed":{},"failed":{},"scenarios":{}}})", passed, tried.size() - passed,
                     list_of(tried, one));
}

std::string to_json(const std::vector<publishing::Version>& versions) {
  return fmt::format(R"({{"versions":{}}})", list_of(versions, [](const publishing::Version& each) {
                       return "{" + version_json(each) + "}";
                     }));
}

std::string to_json(const publishing::VersionView& version, base::Language language) {
  const auto sentence = [&](const base::Message& each) { return quote(each.in(language)); };
  const auto file = [](const publishing::FileChange& each) {
    return fmt::format(R"({{"path":{},"added":{},"removed":{},"diff":{}}})", quote(each.path),
                       each.added, each.removed, quote(diff_text(each)));
  };
  return fmt::format(R"({{{},"changes":{},"files":{}}})", version_json(version.version),
                     list_of(version.changes, sentence), list_of(version.differences, file));
}

}  // namespace guichet::http
