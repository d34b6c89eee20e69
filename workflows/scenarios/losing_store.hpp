// A store whose next commit can be made to fail as if the process had stopped just before it: the
// work is done and rolled back. All else goes to the store inside. Private to this module.
#pragma once

#include <memory>

#include "engine/store/store.hpp"

namespace guichet::scenarios {

class LosingStore final : public store::Store {
 public:
  explicit LosingStore(std::unique_ptr<store::Store> inner) : inner_(std::move(inner)) {}

  void lose_next_commit() { losing_ = true; }

  void write(std::function<void(store::Transaction&)> work,
             std::function<void(base::Result<void>)> done) override;
  void read(const std::function<void(store::Reader&)>& work) override { inner_->read(work); }
  void keep_definition(const std::string& hash, const std::map<std::string, std::string>& files,
                       base::Instant now) override {
    inner_->keep_definition(hash, files, now);
  }
  std::optional<std::map<std::string, std::string>> definition(const std::string& hash) override {
    return inner_->definition(hash);
  }
  std::map<std::string, std::string> directory() override { return inner_->directory(); }
  void seed_directory(const std::map<std::string, std::string>& partners) override {
    inner_->seed_directory(partners);
  }
  std::string setting(const std::string& name) override { return inner_->setting(name); }
  void set_setting(const std::string& name, const std::string& value) override {
    inner_->set_setting(name, value);
  }

 private:
  std::unique_ptr<store::Store> inner_;
  bool losing_ = false;
};

}  // namespace guichet::scenarios
