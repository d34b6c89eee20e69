// The ways a parcel goes: to a relay by SMTP, or into a maildir (simulation, demonstration, tests).
// A carrier is used on its loop's thread only.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "adapters/delivery/parcel.hpp"

namespace boost::asio {
class io_context;
}

namespace guichet::delivery {

class Carrier {
 public:
  virtual ~Carrier() = default;
  // Tries once. `done` is called once, on the loop's thread, during the call or after it, with
  // kind sent, refused, later or relay_down; next_at is not set. Never after the carrier is gone.
  virtual void send(const Parcel& parcel, std::function<void(Outcome)> done) = 0;
};

// on_disk: a parcel reported as sent survives a power failure. quick: for simulations.
enum class Durability { on_disk, quick };

// Writes `folder/new/<key>.eml` through `folder/tmp`. A key that is there already is sent: nothing
// is written.
std::unique_ptr<Carrier> make_maildir(std::string folder, std::string desk_host,
                                      Durability durability = Durability::on_disk);

struct RelaySettings {
  // off: never encrypted. attempt: STARTTLS where it is offered, whatever the certificate, as mail
  // servers do among themselves. require: STARTTLS with a certificate that holds, or nothing.
  enum class Tls { off, attempt, require };
  std::string host = "localhost";
  std::uint16_t port = 25;
  Tls tls = Tls::attempt;
  std::string ca_file;         // empty: the system's
  std::string user, password;  // no AUTH where user is empty; to be used with Tls::require
  std::string desk_host;       // named in EHLO and Message-ID
  std::string envelope_from;   // return path; empty: the letter's from_address
  std::chrono::milliseconds connect_time{30'000};  // up to the end of AUTH
  std::chrono::seconds reply_time{600};            // for each reply after that, the last included
  std::chrono::milliseconds whole_time{1'500'000};
  std::size_t at_once = 4;  // threads; as many as the worker's attempts in flight
};

std::unique_ptr<Carrier> make_relay(boost::asio::io_context& loop, RelaySettings settings);

}  // namespace guichet::delivery
