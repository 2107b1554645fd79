/** What a vocabulary folder of one’s own may hold. */
export const OWN_VOCABULARY = `
A folder of your own needs only what you add or change:
  outlets.yaml, units.yaml, …   rows; a row with the id of a shipped one replaces it
  cues.yaml, titles.yaml, …     keys; lists under a key are added to
  person-nouns.txt, gazetteer.tsv   lines, added
  predicates/NAME.yaml          a predicate with its examples; one with a shipped id replaces it
CROSSCHECK_VOCABULARY=FOLDER puts it to use.
`;
