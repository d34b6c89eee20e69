// A small vocabulary and two small lists for the tests of this folder.
#pragma once

#include "engine/vocabulary/vocabulary.hpp"

namespace guichet::vocabulary::test {

inline constexpr const char* kCommunes =
    "code;nom;codes_postaux;population;departement;region;epci;epci_nom\n"
    "46102;Figeac;46100;9811;46;76;200067361;CC Grand-Figeac\n"
    "46108;Fons;46100;380;46;76;200067361;CC Grand-Figeac\n"
    "12052;Capdenac-Gare;12700;4440;12;76;200067361;CC Grand-Figeac\n"
    "46042;Cahors;46000;19907;46;76;200023737;CA du Grand Cahors\n";

inline constexpr const char* kNaf =
    "code;libelle;section\n"
    "10;Industries alimentaires;C\n"
    "10.7;Fabrication de produits de boulangerie-pâtisserie;C\n"
    "10.71;Fabrication de pain;C\n"
    "10.71C;Boulangerie et boulangerie-pâtisserie;C\n"
    "10.71D;Pâtisserie;C\n"
    "56.10A;Restauration traditionnelle;I\n";

inline std::shared_ptr<const Referential> communes() {
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv("communes.csv", kCommunes, diagnostics);
  return std::make_shared<const Referential>(
      Referential::Declaration{
          .id = "communes",
          .label = "nom",
          .levels = {{"epci", "epci"}, {"dep", "departement"}, {"reg", "region"}}},
      table, diagnostics);
}

inline std::shared_ptr<const Referential> naf() {
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv("naf.csv", kNaf, diagnostics);
  return std::make_shared<const Referential>(
      Referential::Declaration{.id = "naf", .label = "libelle", .levels = {{"section", "section"}}},
      table, diagnostics);
}

struct Loaded {
  base::Diagnostics diagnostics;
  std::shared_ptr<const Vocabulary> vocabulary;
};

inline Loaded load(const std::string& text) {
  Loaded out;
  const auto root = yaml::parse(base::make_source("fields.yaml", text), out.diagnostics);
  if (root) {
    out.vocabulary =
        load_vocabulary(*root, {{"communes", communes()}, {"naf", naf()}}, out.diagnostics);
  }
  return out;
}

inline constexpr const char* kFields = R"(guichet: fields/1
classes: {contact: {keep: P3Y}, business: {keep: P5Y}}
fields:
  nom:       {of: person, type: text, class: contact, label: Nom}
  courriel:  {of: person, type: email, class: contact, label: Courriel}
  telephone: {of: person, type: phone, class: contact, label: Téléphone}
  siret:     {of: firm, type: siret, class: business, label: SIRET}
  effectif:  {of: firm, type: number, check: ">= 0", class: business, label: Effectif}
  commune:   {of: case, type: code, in: communes, class: business, label: Commune}
  theme:     {of: need, type: choice, label: Thème, values: [creation, recrutement], labels: {creation: Création}}
  themes:    {of: request, type: list of choice, label: Thèmes, values: [creation, recrutement], labels: {creation: Création}}
  urgent:    {of: request, type: boolean, label: Urgent, help: Une date limite est proche}
  recue_le:  {of: request, type: date, label: Reçue le}
  partenaires: {of: need, type: list of partner}
  accord:    {of: person, type: consent, class: contact, label: Accord, words: {oui: given, non: refused, retiré: withdrawn}}
)";

}  // namespace guichet::vocabulary::test
