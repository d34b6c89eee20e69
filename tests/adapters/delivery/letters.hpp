// A letter for tests.
#pragma once

#include "adapters/delivery/parcel.hpp"

namespace guichet::delivery {

inline Parcel a_letter() {
  Parcel parcel;
  parcel.id = 1;
  parcel.fence = 7;
  parcel.key = "12-34-1";
  parcel.from_name = "Guichet du Pays de Figeac";
  parcel.from_address = "guichet@figeac.example";
  parcel.to_name = "Élodie Müller";
  parcel.to_address = "elodie@boulangerie.example";
  parcel.subject = "Votre dossier : un partenaire vous répond";
  parcel.text = "Bonjour,\n\nLa chambre de métiers vous répond.\n.\nÀ bientôt\n";
  parcel.html = "<p>Bonjour,</p>\n<p>La chambre de métiers vous répond.</p>\n";
  parcel.date = base::from_millis(1'772'438'400'000);  // 2026-03-02T08:00:00Z
  return parcel;
}

}  // namespace guichet::delivery
