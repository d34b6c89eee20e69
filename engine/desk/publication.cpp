// What changes a desk while it is served: definitions, the directory, absences.
#include <algorithm>

#include "engine/desk/desk.hpp"
#include "engine/desk/directory_json.hpp"
#include "engine/desk/directory_messages.hpp"
#include "engine/desk/partner_check.hpp"

namespace guichet::desk {
namespace {

using base::Message;
using store::DirectoryRows;

std::unexpected<base::Rejection> refuse(int status, const base::MessageText& text,
                                        std::vector<std::string> arguments = {}) {
  return std::unexpected(base::Rejection{status, {Message(text, std::move(arguments))}});
}

bundle::Directory directory_of(const std::vector<store::PartnerRow>& rows) {
  bundle::Directory out;
  for (const store::PartnerRow& row : rows) {
    if (auto partner = partner_from_json(row.body)) out.partners[row.id] = std::move(*partner);
  }
  return out;
}

// Partners whom the definition knows and the database does not: a first fill, or a publication that
// brings somebody new. Whom the database has stays as it is.
std::vector<bundle::Partner> add_new_partners(DirectoryRows& rows, const bundle::Directory& seed) {
  std::vector<bundle::Partner> added;
  for (const auto& [id, partner] : seed.partners) {
    if (rows.partner(id)) continue;
    rows.save_partner({id, 1, to_json(partner)});
    added.push_back(partner);
  }
  return added;
}

std::string to_json(const store::StaffAbsenceRow& row) {
  return desk::to_json(bundle::Absence{row.who, row.first, row.last, row.substitute});
}

}  // namespace

void Desk::put_in_force(std::shared_ptr<const bundle::Desk> definition) {
  const std::string current = store_.setting(std::string(store::kCurrentDefinition));
  const store::Publication publication{.content_hash = definition->content_hash,
                                       .bundle = definition->hash,
                                       .at = clock_.now(),
                                       .by = access::system_actor().id,
                                       .note = {},
                                       .previous = current};
  InForce first{.published = std::move(definition)};
  const auto read = [&](store::DirectoryReader& reader) {
    first.directory = std::make_shared<bundle::Directory>(directory_of(reader.partners()));
    first.absences = reader.staff_absences();
  };
  store_.read([&](store::Reader& reader) { read(reader.directory()); });
  const bool has_all = std::ranges::all_of(
      first.published->directory.partners,
      [&](const auto& each) { return first.directory->find(each.first) != nullptr; });
  if (current != publication.content_hash || !has_all) {
    write_and_wait(store_, [&](store::Transaction& transaction) {
      if (current != publication.content_hash) {
        transaction.publish(publication, first.published->files);
      }
      add_new_partners(transaction.directory(), first.published->directory);
      read(transaction.directory());
    });
  }
  first.definition = with_absences(first.published, first.absences);
  in_force_.replace([&](const InForce*) { return first; });
}

// Cases in flight are pinned to what was in force; it is at hand already.
void Desk::swap(const std::shared_ptr<const bundle::Desk>& definition,
                const std::vector<bundle::Partner>& added) {
  const std::shared_ptr<const bundle::Desk> before = in_force_.now().published;
  {
    const std::lock_guard lock(earlier_mutex_);
    std::shared_ptr<const bundle::Desk>& slot = earlier_[before->hash];
    if (!slot) slot = before;  // whoever has been given another one keeps it
  }
  in_force_.replace([&](const InForce* now) {
    InForce next = *now;
    next.published = definition;
    next.definition = with_absences(definition, next.absences);
    if (!added.empty()) {
      auto directory = std::make_shared<bundle::Directory>(*now->directory);
      for (const bundle::Partner& each : added) directory->partners[each.id] = each;
      next.directory = std::move(directory);
    }
    return next;
  });
}

void Desk::publish(std::shared_ptr<const bundle::Desk> definition, store::Publication publication,
                   std::function<void(base::Result<void>)> done,
                   std::function<void(store::Transaction&)> with) {
  const auto wrong = [](const base::MessageText& text) {
    return std::unexpected(base::Error{base::ErrorKind::input, Message(text)});
  };
  if (!definition || definition->partial) return done(wrong(messages::kNotADefinition));
  struct Course {
    store::Publication publication;
    std::vector<bundle::Partner> added;
    bool is_stale = false, is_new = false;
  };
  auto course = std::make_shared<Course>(Course{.publication = std::move(publication)});
  course->publication.content_hash = definition->content_hash;
  course->publication.bundle = definition->hash;
  if (course->publication.at == base::Instant{}) course->publication.at = clock_.now();
  ++under_way_;
  store_.write(
      [this, course, definition, with = std::move(with)](store::Transaction& transaction) {
        *course = {.publication = std::move(course->publication)};
        const std::string current = store_.setting(std::string(store::kCurrentDefinition));
        std::string& previous = course->publication.previous;
        course->is_stale =
            !previous.empty() && previous != current && current != course->publication.content_hash;
        if (course->is_stale) return;
        if (with) with(transaction);
        if (current == course->publication.content_hash) return;
        course->is_new = true;
        previous = current;
        transaction.publish(course->publication, definition->files);
        course->added = add_new_partners(transaction.directory(), definition->directory);
      },
      [this, course, definition, wrong, done = std::move(done)](base::Result<void> written) {
        if (!written)
          log_.write(base::LogLevel::error, written.error().what.in(base::Language::en));
        if (written && course->is_stale) written = wrong(messages::kPublishedMeanwhile);
        if (written && course->is_new) {
          swap(definition, course->added);
          for (const PublicationTold& told : publication_told_) told(course->publication);
        }
        done(std::move(written));
        --under_way_;
      });
}

void Desk::change_directory(std::function<KeptPartner(DirectoryRows&)> work,
                            std::function<void(InForce&)> apply,
                            std::function<void(KeptPartner)> done) {
  ++under_way_;
  auto answer = std::make_shared<KeptPartner>(0);
  store_.write([answer, work = std::move(work)](
                   store::Transaction& transaction) { *answer = work(transaction.directory()); },
               [this, answer, apply = std::move(apply),
                done = std::move(done)](const base::Result<void>& written) {
                 if (!written) {
                   log_.write(base::LogLevel::error, written.error().what.in(base::Language::en));
                   *answer = std::unexpected(base::Rejection{503, {written.error().what}});
                 }
                 if (*answer) {
                   in_force_.replace([&](const InForce* now) {
                     InForce next = *now;
                     apply(next);
                     return next;
                   });
                 }
                 done(std::move(*answer));
                 --under_way_;
               });
}

void Desk::keep_partner(bundle::Partner partner, DirectoryChange change,
                        std::function<void(KeptPartner)> done) {
  base::Rejection refused{422, {}};
  for (const PartnerMistake& each :
       mistakes_of(partner, definition(), directory().find(partner.id))) {
    refused.reasons.push_back(each.what);
  }
  if (!refused.reasons.empty()) return done(std::unexpected(std::move(refused)));
  auto kept = std::make_shared<const bundle::Partner>(std::move(partner));
  change_directory(
      [kept, change = std::move(change)](DirectoryRows& rows) -> KeptPartner {
        const auto before = rows.partner(kept->id);
        const std::int64_t rev = before ? before->rev : 0;
        if (change.expected_rev && *change.expected_rev != rev) {
          return refuse(409, messages::kPartnerChanged, {kept->id});
        }
        const std::string body = desk::to_json(*kept);
        if (before && before->body == body) return rev;
        rows.save_partner({kept->id, rev + 1, body});
        rows.record_change({kept->id, rev + 1, change.at, change.by, change.note,
                            before ? before->body : std::string(), body});
        return rev + 1;
      },
      [kept](InForce& next) {
        auto directory = std::make_shared<bundle::Directory>(*next.directory);
        directory->partners[kept->id] = *kept;
        next.directory = std::move(directory);
      },
      std::move(done));
}

void Desk::add_absence(store::StaffAbsenceRow absence, DirectoryChange change,
                       std::function<void(KeptPartner)> done) {
  base::Rejection refused{422, {}};
  for (const PartnerMistake& each : mistakes_of(absence, definition())) {
    refused.reasons.push_back(each.what);
  }
  if (!refused.reasons.empty()) return done(std::unexpected(std::move(refused)));
  auto kept = std::make_shared<store::StaffAbsenceRow>(std::move(absence));
  change_directory(
      [kept, change = std::move(change)](DirectoryRows& rows) -> KeptPartner {
        kept->id = rows.add_staff_absence(*kept);
        rows.record_change({"", kept->id, change.at, change.by, change.note, "", to_json(*kept)});
        return kept->id;
      },
      [kept](InForce& next) {
        next.absences.push_back(*kept);
        next.definition = with_absences(next.published, next.absences);
      },
      std::move(done));
}

void Desk::remove_absence(std::int64_t id, DirectoryChange change,
                          std::function<void(KeptPartner)> done) {
  change_directory(
      [id, change = std::move(change)](DirectoryRows& rows) -> KeptPartner {
        const auto all = rows.staff_absences();
        const auto found = std::ranges::find(all, id, &store::StaffAbsenceRow::id);
        if (found == all.end()) return refuse(404, messages::kNoAbsence);
        rows.remove_staff_absence(id);
        rows.record_change({"", id, change.at, change.by, change.note, to_json(*found), ""});
        return id;
      },
      [id](InForce& next) {
        std::erase_if(next.absences, [id](const auto& each) { return each.id == id; });
        next.definition = with_absences(next.published, next.absences);
      },
      std::move(done));
}

}  // namespace guichet::desk
