import { TIER, Verdict } from '../../finding/finding.ts';
import { STATUS_MEANING, STATUS_WORDS, TIER_WORDS, VERDICT_MEANING, VERDICT_WORDS } from '../words.ts';
import { RELATIONS_PATH } from './context.ts';

/** One word of our vocabulary. `broader`: the tier of a verdict. */
export interface RelationWord {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly broader: string | null;
}

/** Every word for how statements stand to each other, and for what a group of them comes to. */
export const RELATION_WORDS: readonly RelationWord[] = [
  ...Object.entries(TIER_WORDS).map(([tier, { title, meaning }]) => ({
    id: `tier-${tier}`,
    label: title,
    definition: meaning,
    broader: null,
  })),
  ...Verdict.options.map((verdict) => ({
    id: verdict,
    label: VERDICT_WORDS[verdict],
    definition: VERDICT_MEANING[verdict],
    broader: TIER[verdict] === null ? null : `tier-${TIER[verdict]}`,
  })),
  ...Object.entries(STATUS_WORDS).map(([status, label]) => ({
    id: status,
    label,
    definition: STATUS_MEANING[status as keyof typeof STATUS_MEANING],
    broader: null,
  })),
];

/** The vocabulary as SKOS in JSON-LD. */
export function linkRelations(base: string) {
  const scheme = `${base}${RELATIONS_PATH}`;
  return {
    '@context': {
      skos: 'http://www.w3.org/2004/02/skos/core#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    },
    '@graph': [
      {
        '@id': scheme,
        '@type': 'skos:ConceptScheme',
        'skos:prefLabel': { '@value': 'How statements stand to each other', '@language': 'en' },
      },
      {
        '@id': `${scheme}#relation`,
        '@type': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Property',
        'rdfs:comment': { '@value': 'How the statements of a claim stand to each other.', '@language': 'en' },
      },
      ...RELATION_WORDS.map(({ id, label, definition, broader }) => ({
        '@id': `${scheme}#${id}`,
        '@type': 'skos:Concept',
        'skos:inScheme': { '@id': scheme },
        'skos:prefLabel': { '@value': label, '@language': 'en' },
        'skos:definition': { '@value': definition, '@language': 'en' },
        ...(broader === null ? {} : { 'skos:broader': { '@id': `${scheme}#${broader}` } }),
      })),
    ],
  };
}
