#include "workflows/check/general_hints.hpp"

#include <algorithm>

namespace guichet::check {

namespace {

using base::MessageText;

struct Advice {
  std::string_view code;
  MessageText text;
};

constexpr Advice kAdvice[] = {
    {"second-document",
     {"two-files", "faites-en un fichier à part", "make a file of its own of it"}},
    {"missing-colon",
     {"key-and-value", "écrivez « clé: valeur », ou « - » devant",
      "write 'key: value', or '-' in front"}},
    {"space-after-colon", {"add-a-space", "écrivez « clé: valeur »", "write 'key: value'"}},
    {"type-needs-key", {"add-that-key", "ajoutez cette clé au champ", "add this key to the field"}},
    {"wrong-header", {"correct-the-header", "corrigez cette ligne", "correct this line"}},
    {"unknown-verdict",
     {"take-a-verdict", "écrivez l'un de ces trois mots", "write one of these three words"}},
    {"unknown-name",
     {"quote-or-declare",
      "une valeur s'écrit entre guillemets ; un champ se déclare dans fields.yaml",
      "a value is written in quotes; a field is declared in fields.yaml"}},
    {"unknown-member",
     {"look-at-names", "docs/format.md, section 9.5, dit les noms",
      "docs/format.md, section 9.5, says the names"}},
    {"unclosed-hole", {"close-the-hole", "fermez-le par « }} »", "close it with '}}'"}},
    {"unknown-actor",
     {"name-an-actor", "nommez un rôle ou une personne de desk.yaml",
      "name a role or a person of desk.yaml"}},
    {"label-of-nothing",
     {"correct-the-label", "corrigez-la, ou ajoutez-la aux « values »",
      "correct it, or add it to the 'values'"}},
    {"type-mismatch",
     {"same-types", "les types doivent s'accorder : voyez fields.yaml et docs/feel.md",
      "the types must agree: see fields.yaml and docs/feel.md"}},
    {"feel-syntax",
     {"look-at-feel", "la forme des conditions est dite dans docs/feel.md",
      "docs/feel.md says how conditions are written"}},
    {"value-choice",
     {"add-the-value", "corrigez-la, ou ajoutez-la aux « values » du champ",
      "correct it, or add it to the field's 'values'"}},
    {"unknown-key",
     {"look-at-format", "docs/format.md dit les clés de ce niveau",
      "docs/format.md says the keys of this level"}},
    {"missing-key", {"add-the-key", "ajoutez cette clé à ce niveau", "add this key at this level"}},
    {"wrong-kind",
     {"look-at-format", "voyez cette clé dans docs/format.md", "see this key in docs/format.md"}},
    {"one-of-the-two", {"keep-one", "gardez l'une des deux", "keep one of the two"}},
    {"needs", {"add-it-too", "ajoutez-la, ou ôtez celle-ci", "add it, or remove this one"}},
    {"one-verb", {"two-lines", "faites-en deux lignes", "make two lines of it"}},
    {"literal-wanted", {"drop-the-equals", "ôtez le signe « = »", "remove the sign '='"}},
    {"final-holds",
     {"move-it-before", "mettez cela dans un état qui précède, ou ôtez « final »",
      "put this into a state before, or remove 'final'"}},
    {"no-states", {"add-a-state", "ajoutez-y un état", "add a state to it"}},
    {"not-compound",
     {"add-states", "ajoutez des « states: », ou ôtez cette clé",
      "add 'states:', or remove this key"}},
    {"illegal-targets",
     {"one-or-regions", "nommez-en un seul, ou deux régions d'un même état",
      "name one of them, or two regions of one state"}},
    {"not-inside",
     {"name-an-inner", "nommez un état qui se trouve dedans", "name a state that is inside"}},
    {"name-taken", {"another-name", "donnez-lui un autre nom", "give it another name"}},
    {"unknown-state",
     {"look-at-states", "écrivez le nom d'un état de ce parcours",
      "write the name of a state of this workflow"}},
    {"unknown-field",
     {"declare-field", "déclarez-le sous « fields: » de fields.yaml",
      "declare it under 'fields:' in fields.yaml"}},
    {"field-of-other",
     {"change-of", "changez son « of: » dans fields.yaml, ou prenez-en un autre",
      "change its 'of:' in fields.yaml, or take another one"}},
    {"not-a-list",
     {"use-set", "écrivez « set: », ou déclarez une liste", "write 'set:', or declare a list"}},
    {"unknown-role",
     {"declare-role", "déclarez-le sous « roles: » de desk.yaml",
      "declare it under 'roles:' in desk.yaml"}},
    {"unknown-letter",
     {"write-the-letter", "écrivez-le, ou nommez-en un qui s'y trouve",
      "write it, or name one that is there"}},
    {"unknown-table",
     {"write-the-table", "écrivez-la, ou nommez-en une qui s'y trouve",
      "write it, or name one that is there"}},
    {"unknown-convention",
     {"write-the-convention", "écrivez-la, ou nommez celle qui s'y trouve",
      "write it, or name the one that is there"}},
    {"unknown-calendar",
     {"write-the-calendar", "écrivez-le, ou nommez-en un qui s'y trouve",
      "write it, or name one that is there"}},
    {"unknown-refusal", {"write-the-sentence", "écrivez-y sa phrase", "write its sentence there"}},
    {"unknown-workflow",
     {"write-the-workflow", "écrivez-le sous workflows/, ou corrigez le nom",
      "write it under workflows/, or correct the name"}},
    {"unknown-base",
     {"write-the-workflow", "écrivez-le sous workflows/, ou corrigez le nom",
      "write it under workflows/, or correct the name"}},
    {"not-a-referral",
     {"change-kind", "écrivez-y « kind: referral », ou nommez-en un autre",
      "write 'kind: referral' there, or name another one"}},
    {"not-a-base",
     {"make-it-a-base", "écrivez-y « kind: base », ou n'étendez pas",
      "write 'kind: base' there, or do not extend"}},
    {"base-extends",
     {"one-level", "il n'y a qu'un niveau : recopiez ce qu'il faut",
      "there is one level only: copy what is needed"}},
    {"only-when-extending",
     {"extend-or-drop", "ajoutez « extends: », ou ôtez « remove: »",
      "add 'extends:', or take 'remove:' away"}},
    {"unused-base",
     {"extend-it", "écrivez « extends: » dans un parcours, ou ôtez ce fichier",
      "write 'extends:' in a workflow, or remove this file"}},
    {"duplicate-workflow",
     {"another-id", "donnez à l'un des deux un autre « id »", "give one of the two another 'id'"}},
    {"unknown-task",
     {"open-it", "donnez cet « id » à une tâche, ou corrigez le nom",
      "give a task this 'id', or correct the name"}},
    {"unknown-send",
     {"send-it", "donnez cet « id » à un « send », ou corrigez le nom",
      "give a 'send' this 'id', or correct the name"}},
    {"unknown-timer",
     {"arm-it", "donnez ce nom à une minuterie, ou corrigez-le",
      "give a timer this name, or correct it"}},
    {"unknown-tag",
     {"add-tag", "ajoutez-la sous « tags: » des états qui comptent",
      "add it under 'tags:' of the states that count"}},
    {"letter-names-timer",
     {"name-a-timer", "nommez une minuterie de ce parcours, ou retirez la date du courrier",
      "name a timer of this workflow, or take the date out of the letter"}},
    {"means-elsewhere",
     {"of-the-child", "mettez-la dans le parcours du partenaire",
      "put it into the partner's workflow"}},
    {"not-positive", {"at-least-one", "écrivez 1 ou plus", "write 1 or more"}},
    {"not-one-of", {"take-one", "prenez l'un de ces mots", "take one of these words"}},
    {"not-an-id",
     {"id-form", "des minuscules, des chiffres, « - » et « _ », en commençant par une lettre",
      "lower-case letters, digits, '-' and '_', beginning with a letter"}},
    {"not-a-boolean", {"true-or-false", "écrivez true ou false", "write true or false"}},
    {"not-an-integer",
     {"whole-number", "écrivez un nombre sans virgule", "write a number without a fraction"}},
    {"field-no-outcome",
     {"name-a-choice", "nommez un champ de type « choice », ou un mot",
      "name a field of type 'choice', or a word"}},
    {"reopens-at-end", {"open-state", "menez à un état ouvert", "lead to an open state"}},
    {"no-time", {"write-a-length", "par exemple 15bd ou 3 months", "for example 15bd or 3 months"}},
    {"wrong-type",
     {"look-at-type", "voyez le type du champ dans fields.yaml",
      "see the field's type in fields.yaml"}},
    {"one-target", {"name-one", "nommez-en un", "name one"}},
    {"property-twice", {"another-id", "donnez-lui un autre « id »", "give it another 'id'"}},
    {"missing-file",
     {"add-the-file", "ajoutez ce fichier, ou corrigez son nom",
      "add this file, or correct its name"}},
    {"unknown-reference",
     {"define-it", "définissez-le, ou corrigez le nom", "define it, or correct the name"}},
    {"theme-without-path",
     {"add-the-path", "ajoutez une ligne « thème: parcours »", "add a line 'theme: workflow'"}},
    {"unknown-theme",
     {"correct-the-theme", "corrigez-le, ou ajoutez-le aux « values » du champ",
      "correct it, or add it to the field's 'values'"}},
    {"defined-twice",
     {"remove-a-file", "ôtez l'un des deux, ou changez son « id »",
      "remove one of the two, or change its 'id'"}},
    {"which-calendar",
     {"name-a-calendar", "ajoutez « calendar: » à desk.yaml", "add 'calendar:' to desk.yaml"}},
    {"withdrawal-letter",
     {"write-the-letter", "écrivez ce courrier sous letters/", "write this letter under letters/"}},
    {"not-utf8",
     {"save-as-utf8", "votre éditeur : « Enregistrer sous », encodage UTF-8",
      "in your editor: 'Save as', encoding UTF-8"}},
    {"duplicate-key", {"keep-one-key", "gardez l'une des deux", "keep one of the two"}},
};

// Keys as French hands write them.
constexpr std::pair<std::string_view, std::string_view> kInFrench[] = {
    {"apres", "after"},
    {"après", "after"},
    {"aller", "goto"},
    {"vers", "goto"},
    {"quand", "when"},
    {"si", "when"},
    {"sinon", "else"},
    {"faire", "do"},
    {"etats", "states"},
    {"états", "states"},
    {"etat", "states"},
    {"titre", "title"},
    {"par", "by"},
    {"exige", "require"},
    {"exiger", "require"},
    {"champs", "fields"},
    {"delais", "timers"},
    {"délais", "timers"},
    {"minuteries", "timers"},
    {"actes", "actions"},
    {"reponses", "replies"},
    {"réponses", "replies"},
    {"relance", "remind"},
    {"relancer", "remind"},
    {"evenements", "events"},
    {"évènements", "events"},
    {"événements", "events"},
    {"tache", "task"},
    {"tâche", "task"},
    {"toujours", "always"},
    {"sorte", "kind"},
    {"courrier", "letter"},
    {"lettre", "letter"},
    {"avertir", "notify"},
    {"issue", "outcome"},
    {"rôles", "roles"},
    {"nom", "name"},
    {"valeurs", "values"},
    {"libelle", "label"},
    {"libellé", "label"},
    {"classe", "class"},
    {"jours_feries", "holidays"}};

constexpr MessageText kEnglishKey{"english-key", "les clés sont en anglais : « {0} »",
                                  "keys are English: '{0}'"};
constexpr MessageText kInsteadOfOn{
    "instead-of-on", "écrivez « actions » (des gens), « replies », « timers » ou « events »",
    "write 'actions' (people), 'replies', 'timers' or 'events'"};

std::optional<base::Message> hint_of_key(const std::string& key) {
  if (key == "on") return base::Message(kInsteadOfOn);
  for (const auto& [french, english] : kInFrench) {
    if (key == french) return base::Message(kEnglishKey, {std::string(english)});
  }
  return std::nullopt;
}

}  // namespace

std::optional<base::Message> general_hint(std::string_view code) {
  const auto found = std::ranges::find(kAdvice, code, &Advice::code);
  if (found == std::end(kAdvice)) return std::nullopt;
  return base::Message(found->text);
}

void add_with_hints(const base::Diagnostics& from, base::Diagnostics& to) {
  for (base::Diagnostic finding : from.list()) {
    const auto& words = finding.what.arguments();
    const bool vague = !finding.hint || finding.hint->key() == "known-keys";
    if (vague && finding.code() == "unknown-key" && !words.empty()) {
      if (auto hint = hint_of_key(words.front())) finding.hint = std::move(hint);
    }
    if (!finding.hint) finding.hint = general_hint(finding.code());
    to.add(std::move(finding));
  }
}

}  // namespace guichet::check
