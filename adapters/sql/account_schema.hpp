// The tables of accounts, for schema.cpp. Times are milliseconds; lists are items that end in
// U+001F each; '' and 0 stand for nothing in columns that are never null.
#pragma once

#include <string_view>

namespace guichet::sql {

constexpr std::string_view kAccountTables[] = {
    R"(create table account (
  id text primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  personas text not null,
  member text not null,
  partners text not null,
  password_hash text not null,
  totp_secret text not null,
  totp_pending text not null,
  totp_step bigint not null,
  recovery text not null,
  created_at bigint not null,
  disabled_at bigint))",

    R"(create table session (
  hash text primary key,
  handle text not null,
  stage text not null,
  account text not null,
  link_case bigint,
  link_n bigint,
  asked_partner text not null,
  asked_adviser text not null,
  address text not null,
  csrf_secret text not null,
  device text not null,
  tries bigint not null,
  created_at bigint not null,
  seen_at bigint not null,
  ends_at bigint not null,
  proven_at bigint))",
    "create index session_account on session (account)",
    "create index session_ends on session (ends_at)",

    R"(create table trusted_device (
  hash text primary key,
  handle text not null,
  owner text not null,
  device text not null,
  created_at bigint not null,
  ends_at bigint not null))",
    "create index trusted_device_owner on trusted_device (owner)",

    R"(create table reply_code (
  locator text primary key,
  code_hash text not null,
  nonce_hash text not null,
  tries bigint not null,
  ends_at bigint not null))",

    R"(create table api_key (
  id text primary key,
  hash text not null unique,
  prefix text not null,
  label text not null,
  partner text not null,
  granted text not null,
  made_by text not null,
  created_at bigint not null,
  used_at bigint,
  revoked_at bigint))",

    R"(create table bucket (
  name text primary key,
  count bigint not null,
  at bigint not null,
  ends_at bigint not null))",
    "create index bucket_ends on bucket (ends_at)",

    // Append-only: the triggers refuse what the program never does.
    R"(create table audit (
  seq bigint primary key,
  at bigint not null,
  actor text not null,
  persona text not null,
  act text not null,
  object text not null,
  result text not null,
  ip text not null,
  hash text not null))",
    R"(create trigger audit_not_changed before update on audit
begin select raise(abort, 'the audit is only added to'); end)",
    R"(create trigger audit_not_removed before delete on audit
begin select raise(abort, 'the audit is only added to'); end)",
    "update schema_version set version = 4",
};

}  // namespace guichet::sql
