#include "adapters/http/entrance/reception.hpp"

namespace guichet::http {
Reception::Reception(Parts parts, std::unique_ptr<accounts::Keys> keys,
                     std::unique_ptr<accounts::Random> random)
    : parts_(std::move(parts)),
      keys_(std::move(keys)),
      random_(std::move(random)),
      hasher_(parts_.cost),
      sign_in_(parts_.store, *keys_, *random_, hasher_, parts_.desk_name),
      book_(parts_.store, *keys_, *random_, hasher_, parts_.desk_name),
      links_(parts_.store, *keys_, *random_),
      invitations_(parts_.store, *keys_, *random_, hasher_, parts_.desk_name) {}

std::string_view session_cookie(bool secure) {
  return secure ? "__Host-guichet" : "guichet-session";
}
std::string_view device_cookie(bool secure) {
  return secure ? "__Host-guichet-device" : "guichet-device";
}
std::string_view nonce_cookie(bool secure) {
  return secure ? "__Host-guichet-link" : "guichet-link";
}

}  // namespace guichet::http
