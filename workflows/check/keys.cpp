#include "workflows/check/keys.hpp"

namespace guichet::check::keys {

namespace {

using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr unsigned kOneOrMany = kScalar | kSequence;
constexpr unsigned kPlace = kScalar | kSequence | kMapping;  // of `goto` and `initial`
constexpr bool kRequired = true;

constexpr Key kRootKeys[] = {{"guichet", kScalar, kRequired},
                             {"id", kScalar, kRequired},
                             {"kind", kScalar, kRequired},
                             {"version", kScalar},
                             {"title", kScalar},
                             {"fields", kOneOrMany},
                             {"exports", kOneOrMany},
                             {"extends", kScalar},
                             {"remove", kOneOrMany},
                             {"initial", kPlace},
                             {"histories", kMapping},
                             {"actions", kMapping},
                             {"replies", kMapping},
                             {"timers", kMapping},
                             {"events", kMapping},
                             {"always", kSequence},
                             {"states", kMapping},
                             {"pause", kMapping},
                             {"contract", kMapping},
                             {"calendar", kScalar},
                             {"reopen", kMapping},
                             {"sla", kMapping},
                             {"retention", kMapping},
                             {"properties", kSequence}};
constexpr Key kStateKeys[] = {{"title", kScalar},      {"initial", kPlace},
                              {"history", kScalar},    {"histories", kMapping},
                              {"entry", kSequence},    {"exit", kSequence},
                              {"task", kMapping},      {"referral", kMapping},
                              {"actions", kMapping},   {"replies", kMapping},
                              {"timers", kMapping},    {"events", kMapping},
                              {"always", kSequence},   {"done", kSequence | kMapping},
                              {"states", kMapping},    {"regions", kMapping},
                              {"final", kScalar},      {"outcome", kScalar},
                              {"success", kScalar},    {"accompanied", kScalar},
                              {"tags", kOneOrMany},    {"pause", kMapping},
                              {"checklist", kMapping}, {"contract", kMapping},
                              {"fields", kMapping}};
constexpr Key kFinalStateKeys[] = {
    {"title", kScalar},       {"final", kScalar},   {"outcome", kScalar}, {"success", kScalar},
    {"accompanied", kScalar}, {"tags", kOneOrMany}, {"entry", kSequence}, {"exit", kSequence}};
constexpr Key kHistoryKeys[] = {
    {"deep", kScalar}, {"default", kPlace, kRequired}, {"do", kSequence}};
constexpr Key kInitialKeys[] = {{"goto", kPlace, kRequired}, {"do", kSequence}};
constexpr Key kTaskKeys[] = {{"title", kScalar, kRequired}, {"by", kOneOrMany}, {"due", kScalar}};
constexpr Key kReferralKeys[] = {{"to", kMapping},  {"workflow", kScalar}, {"policy", kScalar},
                                 {"lead", kScalar}, {"share", kOneOrMany}, {"confirm", kScalar}};
constexpr Key kReferralToKeys[] = {{"convention", kScalar}, {"field", kScalar}};
constexpr Key kActionKeys[] = {
    {"title", kScalar},  {"by", kOneOrMany},    {"require", kOneOrMany}, {"accepts", kOneOrMany},
    {"when", kScalar},   {"choose", kSequence}, {"goto", kPlace},        {"internal", kScalar},
    {"refuse", kScalar}, {"do", kSequence},     {"contract", kMapping},  {"suspends", kScalar},
    {"resumes", kScalar}};
constexpr Key kReplyKeys[] = {
    {"title", kScalar},    {"means", kScalar},    {"require", kOneOrMany}, {"accepts", kOneOrMany},
    {"when", kScalar},     {"choose", kSequence}, {"goto", kPlace},        {"internal", kScalar},
    {"refuse", kScalar},   {"do", kSequence},     {"task", kMapping},      {"clock", kScalar},
    {"contract", kMapping}};
constexpr Key kTimerKeys[] = {{"title", kScalar},
                              {"means", kScalar},
                              {"after", kScalar},
                              {"at", kScalar},
                              {"plus", kScalar},
                              {"every", kScalar},
                              {"times", kScalar},
                              {"roll", kScalar},
                              {"anchor", kScalar},
                              {"catch_up", kScalar},
                              {"remind", kOneOrMany},
                              {"escalate", kOneOrMany},
                              {"notify", kOneOrMany},
                              {"letter", kScalar},
                              {"template", kScalar},
                              {"open_task", kMapping},
                              {"task", kScalar | kMapping},
                              {"record", kScalar},
                              {"when", kScalar},
                              {"choose", kSequence},
                              {"goto", kPlace},
                              {"internal", kScalar},
                              {"do", kSequence},
                              {"then", kSequence | kMapping},
                              {"resume", kScalar},
                              {"calendar", kScalar}};
constexpr Key kEventKeys[] = {{"title", kScalar},    {"means", kScalar}, {"when", kScalar},
                              {"choose", kSequence}, {"goto", kPlace},   {"do", kSequence},
                              {"internal", kScalar}};
constexpr Key kArmKeys[] = {{"when", kScalar},
                            {"goto", kPlace},
                            {"refuse", kScalar},
                            {"internal", kScalar},
                            {"do", kSequence}};
constexpr Key kReopenKeys[] = {{"by", kOneOrMany, kRequired},
                               {"require", kOneOrMany},
                               {"within", kScalar},
                               {"goto", kPlace, kRequired}};
constexpr Key kSlaKeys[] = {{"target", kScalar, kRequired}, {"counts_in", kOneOrMany}};
constexpr Key kRetentionKeys[] = {{"after_closed", kScalar, kRequired}, {"do", kScalar, kRequired}};
constexpr Key kContractKeys[] = {{"before", kScalar}, {"always", kScalar}, {"after", kScalar}};
constexpr Key kActContractKeys[] = {{"before", kScalar}, {"after", kScalar}};
constexpr Key kFieldAccessKeys[] = {{"visible", kOneOrMany}, {"edit", kOneOrMany}};
constexpr Key kTargetKeys[] = {{"history", kScalar, kRequired}};

// Of files around: looked for in a workflow by those who know other engines.
constexpr Key kDeskKeys[] = {{"roles"}, {"refusals"}, {"operators"}};
constexpr Elsewhere kAllLevels[] = {
    {"states", kStateKeys},      {"workflow", kRootKeys}, {"actions", kActionKeys},
    {"replies", kReplyKeys},     {"timers", kTimerKeys},  {"events", kEventKeys},
    {"referral", kReferralKeys}, {"task", kTaskKeys},     {"desk.yaml", kDeskKeys}};

}  // namespace

const std::span<const Key> kRoot = kRootKeys;
const std::span<const Key> kState = kStateKeys;
const std::span<const Key> kFinalState = kFinalStateKeys;
const std::span<const Key> kHistory = kHistoryKeys;
const std::span<const Key> kInitial = kInitialKeys;
const std::span<const Key> kTask = kTaskKeys;
const std::span<const Key> kReferral = kReferralKeys;
const std::span<const Key> kReferralTo = kReferralToKeys;
const std::span<const Key> kAction = kActionKeys;
const std::span<const Key> kReply = kReplyKeys;
const std::span<const Key> kTimer = kTimerKeys;
const std::span<const Key> kEvent = kEventKeys;
const std::span<const Key> kArm = kArmKeys;
const std::span<const Key> kTarget = kTargetKeys;
const std::span<const Key> kReopen = kReopenKeys;
const std::span<const Key> kSla = kSlaKeys;
const std::span<const Key> kRetention = kRetentionKeys;
const std::span<const Key> kContract = kContractKeys;
const std::span<const Key> kActContract = kActContractKeys;
const std::span<const Key> kFieldAccess = kFieldAccessKeys;
const std::span<const Elsewhere> kLevels = kAllLevels;

}  // namespace guichet::check::keys
