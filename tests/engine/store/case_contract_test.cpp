// The contract of stores, what concerns cases: kept whole, continued in order, undone whole.
#include <catch2/catch.hpp>

#include "engine/cases/apply.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using base::InstanceNumber;
using cases::Owner;
using store::at_hour;
using store::Transaction;

namespace {

feel::Stored list_of(std::vector<feel::Value> items) {
  feel::Arena arena;
  return feel::Stored(arena.list(items));
}

// One value of each kind that a field can hold.
std::vector<cases::Event> fields_of_every_kind() {
  feel::Arena arena;
  const feel::Entry entries[] = {{"naf", arena.string("10.71C")},
                                 {"depuis", feel::Value::date(base::Day{})}};
  const auto field = [](const char* id, feel::Stored value) {
    return cases::FieldWritten{Owner::instance, InstanceNumber{2}, id, std::move(value)};
  };
  return {field("texte", feel::Stored::string("Épicerie « l'Échoppe »\n\"citée\" \\ ")),
          field("vrai", feel::Stored::boolean(true)),
          field("entier", feel::Stored::integer(9007199254740993)),
          field("montant", feel::Stored(*arena.number("1234.50"))),
          field("jour", feel::Stored::date(*base::parse_day("2009-02-28"))),
          field("instant", feel::Stored(arena.date_time(at_hour(9), "Europe/Paris"))),
          field("heure", feel::Stored(*feel::parse_temporal("10:30:00", arena))),
          field("duree", feel::Stored(*feel::parse_temporal("P3DT4H", arena))),
          field("mois", feel::Stored(*feel::parse_temporal("P18M", arena))),
          field("liste", list_of({arena.string("a"), feel::Value::integer(2), feel::Value()})),
          field("contexte", feel::Stored(arena.context(entries)))};
}

// A journal that uses each part of a snapshot.
std::vector<cases::Event> a_long_first_day() {
  cases::Referral referral{"cma-46",   "convention-cadre", "art-4", "r7",
                           "a-martin", "chez_partenaires", 3,       {"siret", "commune"}};
  cases::Considered chosen{"cma-46", true, "art-4", "r7", {}};
  cases::Considered passed{
      "cci-46", false, "art-4", "", {{"naf", "C", "pas C"}, {"zone", "", "Figeac"}}};
  cases::Task task{"rappeler",  3,   "Rappeler la personne", {"conseiller", "accueil"},
                   at_hour(50), true};
  cases::Task open_ended{"lire", 3, "Lire le dossier", {}, {}, false};
  return {
      cases::RequestReceived{"2009-012"},
      cases::OwnerAssigned{"c-petit"},
      cases::IntakeDecided{"take_in", {"e1"}, {"effectif"}},
      cases::InstanceOpened{InstanceNumber{1}, {}, "request", "demande", "b1", {}},
      cases::FieldWritten{Owner::kase, InstanceNumber{1}, "commune", feel::Stored::string("46102")},
      cases::FieldWritten{Owner::person, InstanceNumber{1}, "nom", feel::Stored::string("Salvan")},
      cases::FieldWritten{Owner::person, InstanceNumber{1}, "nom", feel::Stored::string("Cance")},
      cases::FieldWritten{Owner::person, InstanceNumber{1}, "ne_le",
                          feel::Stored::date(*base::parse_day("1970-01-31"))},
      cases::FieldWritten{Owner::firm, InstanceNumber{1}, "effectif", feel::Stored::integer(16)},
      cases::InstanceOpened{InstanceNumber{2}, InstanceNumber{1}, "need", "creation", "b1", {}},
      cases::StateEntered{InstanceNumber{2}, "accueil", 1},
      cases::HistoryRecorded{InstanceNumber{2}, "avant", {"accueil", "accueil.appel"}},
      cases::StateExited{InstanceNumber{2}, "accueil", 1},
      cases::StateEntered{InstanceNumber{2}, "chez_partenaires", 2},
      cases::StateEntered{InstanceNumber{2}, "chez_partenaires.attente", 3},
      cases::PartnersConsidered{InstanceNumber{2},
                                "convention-cadre",
                                {chosen, passed},
                                {{"naf", {"cci-46", "msa"}}},
                                true},
      cases::TaskOpened{InstanceNumber{2}, task},
      cases::TaskOpened{InstanceNumber{2}, open_ended},
      cases::InstanceOpened{InstanceNumber{3}, InstanceNumber{2}, "referral", "mise-en-relation",
                            "b2", referral},
      cases::StateEntered{InstanceNumber{3}, "demandee", 1},
      cases::TimerArmed{InstanceNumber{3}, store::armed("relance", at_hour(100))},
      cases::TimerArmed{InstanceNumber{3}, store::armed("escalade", at_hour(200))},
      cases::TimerArmed{InstanceNumber{3}, store::armed("sans_reponse", at_hour(300))},
      cases::TimerPaused{InstanceNumber{3}, "demandee", "escalade", 1, 1, 7, true},
      cases::LeadChosen{InstanceNumber{2}, "cma-46"},
      cases::TakenUp{InstanceNumber{2}},
      cases::Meant{InstanceNumber{3}, "accepted"},
      cases::AgendaAdded{InstanceNumber{3}, "cci-46 n'a pas répondu", "escalate"},
      cases::IncidentOpened{InstanceNumber{3}, "letter-refused", "adresse inconnue"},
      cases::QuotaReserved{InstanceNumber{3}, "cma-46", "q1", "2009-02"},
      cases::ReminderLeft{*base::parse_day("2009-02-04")},
  };
}

// Both ways of reading give what was written, and so does folding the journal.
void check_kept(store::Store& store, const store::WrittenCase& kase) {
  const std::string expected = cases::to_json(kase.snapshot());
  const auto read = store::load(store, kase.id());
  REQUIRE(read);
  CHECK(cases::to_json(*read) == expected);

  std::optional<cases::Snapshot> on_writer;
  store::write_now(store, [&](Transaction& t) { on_writer = t.load(kase.id()); });
  REQUIRE(on_writer);
  CHECK(cases::to_json(*on_writer) == expected);

  cases::Snapshot folded;
  folded.id = kase.id();
  std::string previous;
  std::int64_t seq = 0;
  store.read([&](store::Reader& reader) {
    for (const cases::Fact& fact : reader.facts(kase.id())) {
      cases::apply(folded, fact.event, fact.seq, fact.at);
      CHECK(fact.seq == ++seq);
      CHECK(fact.prev_hash == previous);
      CHECK(fact.hash == store::fact_hash(fact));
      previous = fact.hash;
    }
  });
  CHECK(cases::to_json(folded) == expected);
}

}  // namespace

TEST_CASE("a case is read back as it was written, and its facts fold to the same") {
  const auto under_test = store::make_store_under_test();
  store::WrittenCase kase(under_test->store());
  auto events = a_long_first_day();
  for (auto& event : fields_of_every_kind()) events.push_back(event);

  kase.save(events, at_hour(9));

  check_kept(under_test->store(), kase);
  under_test->reopen();
  check_kept(under_test->store(), kase);
}

TEST_CASE("later steps change every part of a case and leave the rest") {
  const auto under_test = store::make_store_under_test();
  store::WrittenCase kase(under_test->store());
  kase.save(a_long_first_day(), at_hour(9));
  const InstanceNumber referral{3};

  kase.save(
      {cases::FieldWritten{Owner::person, InstanceNumber{1}, "ne_le", {}},
       cases::FieldWritten{Owner::firm, InstanceNumber{2}, "effectif", feel::Stored::integer(17)},
       cases::FieldWritten{Owner::kase, InstanceNumber{1}, "commune", {}},
       cases::TimerFired{referral, "demandee", "relance", 1, 1, at_hour(100), false},
       cases::TimerArmed{referral, store::armed("relance", at_hour(140), 2)}},
      at_hour(100));
  check_kept(under_test->store(), kase);
  kase.save({cases::TimerResumed{referral, "demandee", "escalade", 1, 1, at_hour(240)},
             cases::TimerCancelled{referral, "demandee", "relance", 1, 2},
             cases::TaskClosed{InstanceNumber{2}, "rappeler", 3},
             cases::PartnersConfirmed{InstanceNumber{2}, {"cma-46"}}},
            at_hour(101));
  check_kept(under_test->store(), kase);
  kase.save({cases::InstanceClosed{referral, "concluded", true},
             cases::StateExited{InstanceNumber{2}, "chez_partenaires.attente", 3},
             cases::InstanceClosed{InstanceNumber{2}, "done", true}, cases::CaseClosed{}},
            at_hour(102));
  check_kept(under_test->store(), kase);
  under_test->store().read([](store::Reader& reader) { CHECK(!reader.next_timer()); });
}

TEST_CASE("a timer armed again under its old name comes after the ones armed before it") {
  const auto under_test = store::make_store_under_test();
  auto kase = store::open_case(under_test->store(), "1", "cma-46");
  const InstanceNumber n{3};
  kase.save({cases::TimerArmed{n, store::armed("a", at_hour(20))},
             cases::TimerArmed{n, store::armed("b", at_hour(30))}},
            at_hour(10));
  kase.save({cases::TimerCancelled{n, "demandee", "a", 1, 1},
             cases::TimerArmed{n, store::armed("a", at_hour(25))}},
            at_hour(11));
  check_kept(under_test->store(), kase);
}

TEST_CASE("a step that does not continue the case is refused and nothing of it is kept") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  const store::Step late = kase.step({cases::Noted{InstanceNumber{1}, "tard"}}, at_hour(11));
  kase.save({cases::Noted{InstanceNumber{1}, "tôt"}}, at_hour(10));

  const auto error = store::write_now(store, [&](Transaction& t) {
    t.record_command({"c1", {kase.id(), 6}, at_hour(11)});
    t.save(late);
  });

  REQUIRE(error);
  CHECK(error->what.key() == "revision-clash");
  check_kept(store, kase);
  store::write_now(store, [&](Transaction& t) { CHECK(!t.find_command("c1")); });
}

TEST_CASE("work that throws leaves no trace, and the work beside it is kept") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  const store::Step step =
      kase.step({cases::QuotaReserved{InstanceNumber{3}, "cma-46", "q1", "2009-02"},
                 cases::TimerArmed{InstanceNumber{3}, store::armed("relance", at_hour(20))},
                 cases::InstanceClosed{InstanceNumber{3}, "withdrawn", false}},
                at_hour(10), {store::letter("1-9-1", at_hour(10))});

  const auto failed = store::write_now(store, [&](Transaction& t) {
    t.save(step);
    t.record_command({"c1", {}, at_hour(10)});
    throw std::runtime_error("nom secret");
  });
  const auto kept = store::write_now(store, [&](Transaction& t) {
    t.record_command({"c2", {kase.id(), 4}, at_hour(10)});
  });

  REQUIRE(failed);
  CHECK(failed->kind == base::ErrorKind::fault);
  CHECK(failed->what.in(base::Language::fr).find("secret") == std::string::npos);
  CHECK(!kept);
  check_kept(store, kase);
  store::write_now(store, [&](Transaction& t) {
    CHECK(!t.find_command("c1"));
    REQUIRE(t.find_command("c2"));
    CHECK(t.find_command("c2")->receipt.rev == 4);
    CHECK(t.find_command("c2")->receipt.kase == kase.id());
    CHECK(t.find_command("c2")->at == at_hour(10));
    CHECK(t.lease_letters(9, at_hour(99), at_hour(100)).empty());
    const auto loads = t.loads(at_hour(10));
    CHECK(loads.reserved("cma-46", "q1", "2009-02") == 0);
    CHECK(loads.open("cma-46") == 1);
  });
}

TEST_CASE("a command is recorded once") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  const auto record = [](Transaction& t) { t.record_command({"c1", {}, at_hour(9)}); };
  CHECK(!store::write_now(store, record));
  const auto again = store::write_now(store, record);
  REQUIRE(again);
  CHECK(again->what.key() == "duplicate-command");
}

TEST_CASE("cases are numbered from 1, and a request's number finds its case") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  const auto first = store::open_case(store, "2009-001", "cma-46");
  const auto second = store::open_case(store, "2009-002", "cma-46");
  const auto unnumbered = store::open_case(store, "", "cma-46");
  const auto also_unnumbered = store::open_case(store, "", "cma-46");
  CHECK(first.id().value == 1);
  CHECK(second.id().value == 2);

  under_test->reopen();

  under_test->store().read([&](store::Reader& reader) {
    CHECK(reader.find_number("2009-002") == second.id());
    CHECK(!reader.find_number("2009-003"));
    CHECK(!reader.find_number(""));
    CHECK(reader.case_ids() ==
          std::vector{first.id(), second.id(), unnumbered.id(), also_unnumbered.id()});
    CHECK(!reader.load(base::CaseId{99}));
  });
  store::write_now(under_test->store(), [&](Transaction& t) {
    CHECK(t.next_case_id().value == 5);
    CHECK(t.find_number("2009-001") == first.id());
    CHECK(t.last_hash(base::CaseId{99}).empty());
    CHECK(t.last_hash(first.id()).size() == 64);
  });
}

TEST_CASE("a request's number is taken once") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  store::open_case(store, "2009-001", "cma-46");
  const store::WrittenCase other(store);
  const store::Step twin = other.step({cases::RequestReceived{"2009-001"}}, at_hour(9));
  const auto error = store::write_now(store, [&](Transaction& t) { t.save(twin); });
  REQUIRE(error);
  CHECK(error->what.key() == "duplicate-number");
  CHECK(!store::load(store, other.id()));
}

TEST_CASE("the ledger keeps what a command asked for") {
  const auto under_test = store::make_store_under_test();
  store::write_now(under_test->store(), [](Transaction& t) {
    t.record_command({"key", {{7}, 3, false}, at_hour(9), "abc"});
  });
  under_test->reopen();
  store::write_now(under_test->store(),
                   [](Transaction& t) { CHECK(t.find_command("key")->content == "abc"); });
}
