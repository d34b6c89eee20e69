#include "adapters/web/bulk_assign.hpp"

#include <ctemplate/template.h>

#include <mutex>

#include "adapters/http/api_body.hpp"
#include "adapters/http/form.hpp"
#include "adapters/web/bulk_messages.hpp"
#include "adapters/web/forms.hpp"
#include "adapters/web/refusal.hpp"

namespace guichet::web {
namespace {

using base::Message;

constexpr std::size_t kMostAtOnce = 200;

// What became of each case; the last answer sends the page.
class Batch {
 public:
  Batch(const Layout& layout, http::Request request, std::string owner, std::size_t size,
        http::Respond respond)
      : layout_(layout),
        request_(std::move(request)),
        owner_(std::move(owner)),
        left_(size),
        respond_(std::move(respond)) {}

  void note(base::CaseId id, const cases::Outcome& outcome) {
    const std::scoped_lock lock(mutex_);
    const base::Language language = layout_.language(request_);
    if (outcome) {
      ++done_;
    } else {
      std::string why;
      for (const Message& reason : outcome.error().reasons) {
        why += (why.empty() ? "" : " ; ") + reason.in(language);
      }
      failures_.push_back(
          Message(messages::kNotAssigned, {std::to_string(id.value), why}).in(language));
    }
    if (--left_ == 0) answer(language);
  }

 private:
  void answer(base::Language language) {
    const bundle::Member* member = layout_.desk().member(owner_);
    std::vector<std::string> said{
        Message(messages::kAssigned,
                {std::to_string(done_), member == nullptr ? owner_ : member->name})
            .in(language)};
    said.insert(said.end(), failures_.begin(), failures_.end());
    respond_(message_page(layout_, request_, failures_.empty() ? 200 : 409,
                          Message(messages::kBulkTitle).in(language), said));
  }

  const Layout& layout_;
  const http::Request request_;
  const std::string owner_;
  std::mutex mutex_;
  std::size_t left_ = 0, done_ = 0;
  std::vector<std::string> failures_;
  http::Respond respond_;
};

}  // namespace

void assign_cases(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const base::Language language = layout.language(request);
  std::vector<base::CaseId> ids;
  for (const std::string& text : form->fields.all("case")) {
    if (const auto id = http::whole_number(text)) ids.push_back({*id});
  }
  const std::string& owner = form->fields.get("form-owner");
  const std::string& reason = form->fields.get("form-reason");
  if (ids.empty() || ids.size() > kMostAtOnce || owner.empty() || reason.empty()) {
    return respond(message_page(layout, request, 422, Message(messages::kBulkTitle).in(language),
                                {Message(messages::kBulkNeeds).in(language)}));
  }
  const std::string& given = form->fields.get(kFormKey);
  const std::string key = given.empty() ? new_key() : given;
  const auto batch =
      std::make_shared<Batch>(layout, request, owner, ids.size(), std::move(respond));
  for (const base::CaseId id : ids) {
    http::submit(layout.site(), request,
                 {.id = key + ":" + std::to_string(id.value),
                  .kase = id,
                  .body = cases::AssignOwner{owner, reason}},
                 [batch, id](const cases::Outcome& outcome) { batch->note(id, outcome); });
  }
}

}  // namespace guichet::web
