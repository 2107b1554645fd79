import type { Claim } from '../../src/claim/claim.ts';
import type { Document } from '../../src/document/document.ts';
import type { Store } from '../../src/store/store.ts';
import { readyViews } from '../../src/view/ready-views.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from './builders.ts';

const post = aDocument({
  id: 'doc_post',
  outlet: 'harbour-post',
  publishedAt: '2025-11-03T08:10:00Z',
  text: [
    'River bursts its banks in the old harbour, at least 24 dead',
    'At least 24 people were killed on Sunday when the Sela burst its banks in the old harbour, the regional emergency office said.',
    'Rescuers were still looking for 12 missing people on Monday morning. Three of the dead were children, the office added.',
    'The water stood two metres high in the fish market. “We carried what we could up the stairs,” said a trader.',
    'Read more of our coverage. Sign up to the morning letter.',
  ].join('\n\n'),
});
const wire = aDocument({
  id: 'doc_wire',
  outlet: 'coastal-wire',
  publishedAt: '2025-11-03T06:00:00Z',
  text: [
    'Flood kills 19 in harbour town',
    'Nineteen people died in floods in the harbour town on Sunday, the regional emergency office said early on Monday. The mayor spoke of 30 missing.',
    'More than 1,400 households were without power.',
  ].join('\n\n'),
});
const tribune = aDocument({
  id: 'doc_tribune',
  outlet: 'delta-tribune',
  publishedAt: '2025-11-03T11:45:00Z',
  text: [
    'Harbour flood: government speaks of 10 victims',
    'The interior ministry put the number of people killed in Sunday’s flood at 10. Twelve people are missing, it said.',
    'About 1,500 households had no electricity on Monday.',
  ].join('\n\n'),
});
const lantern = aDocument({
  id: 'doc_lantern',
  outlet: 'northern-lantern',
  url: null,
  publishedAt: '2025-11-04T09:00:00Z',
  text: [
    'A week of storms has killed 61 along the coast',
    'Storms have killed 61 people along the coast since last Monday, among them the dead of the old harbour, according to the civil defence.',
  ].join('\n\n'),
});

const from = (name: string, key: string, kind: 'authority' | 'person' = 'authority') => ({
  attribution: { chain: [{ name, key, kind }], origin: key },
});
const office = from('the regional emergency office', 'regional-emergency-office');
const ministry = from('The interior ministry', 'interior-ministry');
const missing = { predicate: { id: 'people.missing', text: 'missing', timeClass: 'stock' as const } };

const killedPost = aClaim(
  post,
  'At least 24 people were killed on Sunday when the Sela burst its banks in the old harbour',
  'At least 24',
  {
    ...office,
    value: { nominal: 24, hedge: 'at-least', halo: { low: 24, high: null } },
  },
);
const children = aClaim(post, 'Three of the dead were children', 'Three', {
  ...office,
  value: { nominal: 3 },
  scope: { population: 'child' },
  partOf: killedPost.id,
});
const missingPost = aClaim(
  post,
  'Rescuers were still looking for 12 missing people on Monday morning',
  '12',
  {
    ...missing,
    value: { nominal: 12 },
  },
);
const killedWire = aClaim(wire, 'Nineteen people died in floods in the harbour town on Sunday', 'Nineteen', {
  ...office,
  value: { nominal: 19 },
});
const missingWire = aClaim(wire, 'The mayor spoke of 30 missing', '30', {
  ...missing,
  ...from('The mayor', 'mayor', 'person'),
  value: { nominal: 30 },
});
const powerWire = aClaim(wire, 'More than 1,400 households were without power', 'More than 1,400', {
  subject: { text: 'households', key: 'household' },
  predicate: { id: null, text: 'without power', timeClass: 'stock' },
  value: { nominal: 1400, hedge: 'more-than', unit: null, halo: { low: 1401, high: null } },
});
const killedTribune = aClaim(
  tribune,
  'The interior ministry put the number of people killed in Sunday’s flood at 10',
  '10',
  { ...ministry, value: { nominal: 10 } },
);
const missingTribune = aClaim(tribune, 'Twelve people are missing', 'Twelve', {
  ...missing,
  ...ministry,
  value: { nominal: 12 },
});
const powerTribune = aClaim(tribune, 'About 1,500 households had no electricity on Monday', 'About 1,500', {
  subject: { text: 'households', key: 'household' },
  predicate: { id: null, text: 'no electricity', timeClass: 'stock' },
  value: { nominal: 1500, hedge: 'about', unit: null, halo: { low: 1350, high: 1650 } },
});
const killedLantern = aClaim(
  lantern,
  'Storms have killed 61 people along the coast since last Monday',
  '61',
  {
    ...from('the civil defence', 'civil-defence'),
    value: { nominal: 61 },
    scope: {
      place: null,
      cause: 'storm',
      time: {
        class: 'cumulative',
        from: '2025-10-27',
        to: '2025-11-05',
        text: 'since last Monday',
        asOf: null,
      },
    },
  },
);

export const DOCUMENTS: Document[] = [post, wire, tribune, lantern];
export const CLAIMS: Claim[] = [
  ...[killedPost, children, missingPost, killedWire, missingWire],
  ...[powerWire, killedTribune, missingTribune, powerTribune, killedLantern],
];

const killed = aGroup([killedPost, killedWire, killedTribune]);
const missed = aGroup([missingPost, missingWire, missingTribune], {
  question: 'People missing after the flood, 3 November 2025',
  predicate: 'people.missing',
  timeClass: 'stock',
});
const power = aGroup([powerWire, powerTribune], {
  question: 'Households without power, 3 November 2025',
  subject: 'household',
  timeClass: 'stock',
  unit: null,
});
const total = aGroup([killedLantern], {
  question: 'People killed by storms along the coast since 27 October 2025',
});
const young = aGroup([children], { question: 'Children killed in the flood, 2 November 2025' });

const findings = [
  aFinding([killed], [killedPost, killedTribune], {
    because: 'Harbour Post says at least 24, Delta Tribune says 10, about the same flood on the same day.',
    explanations: [
      {
        kind: 'as-of-gap',
        text: 'The figure of 10 was published three and a half hours later than the figure of 24.',
      },
    ],
  }),
  aFinding([missed], [missingPost, missingWire], {
    verdict: 'unordered-update',
    subtype: null,
    severity: { score: 28, level: 'medium', magnitude: 0.6, balance: 0.5, certainty: 0.5 },
    dimension: 'time',
    because:
      'The number of missing people may have fallen between the two articles, but neither says as of when.',
  }),
  aFinding([killed], [killedPost, killedWire], {
    verdict: 'evolving',
    subtype: null,
    axis: 'time',
    flagged: false,
    severity: { score: 0, level: 'none', magnitude: 0.2, balance: 0, certainty: 0.9 },
    because: 'The same office counted 19 at 06:00 and at least 24 at 08:10.',
  }),
  aFinding([killed, total], [killedPost, killedLantern], {
    verdict: 'different-scope',
    subtype: null,
    flagged: false,
    severity: { score: 0, level: 'none', magnitude: 0.6, balance: 0, certainty: 0.9 },
    dimension: 'time',
    because: 'One figure counts Sunday’s flood, the other all storms along the coast since 27 October.',
  }),
];

const consensus = [
  aConsensus(killed, [killedPost, killedWire, killedTribune], {
    status: 'disputed',
    grade: 'contested',
    best: null,
    low: 10,
    high: null,
    conservative: 10,
    display: '10 or at least 24, disputed',
    support: { asserted: 1, consistent: 1, originsMax: 2, owners: 3, outlets: 3, documents: 3 },
    findings: findings.map((finding) => finding.id),
  }),
  aConsensus(missed, [missingPost, missingWire, missingTribune], {
    status: 'majority',
    best: 12,
    low: 12,
    high: 30,
    conservative: 12,
    display: '12',
    support: { asserted: 2, consistent: 2, originsMax: 3, owners: 3, outlets: 3, documents: 3 },
  }),
  aConsensus(power, [powerWire, powerTribune], {
    status: 'consistent',
    best: 1500,
    low: 1401,
    high: 1650,
    conservative: 1401,
    display: 'about 1,500',
    support: { asserted: 1, consistent: 2, originsMax: 2, owners: 2, outlets: 2, documents: 2 },
  }),
  aConsensus(total, [killedLantern], {
    status: 'single-origin',
    grade: 'single-origin',
    best: 61,
    low: 61,
    high: 61,
    conservative: 61,
    display: '61',
  }),
  aConsensus(young, [children], {
    status: 'single-origin',
    grade: 'single-origin',
    best: 3,
    low: 3,
    high: 3,
    conservative: 3,
    display: '3',
  }),
];

const OUTLETS: Record<string, string> = {
  'harbour-post': 'Harbour Post',
  'coastal-wire': 'Coastal Wire',
  'delta-tribune': 'Delta Tribune',
  'northern-lantern': 'Northern Lantern',
};

/** Writes a flood told by four invented outlets into a store, reconciled by hand. */
export async function tellStory(store: Store): Promise<void> {
  const topic = 'harbour-flood';
  await store.putTopic({ id: topic, title: 'Flood in the old harbour', sample: true });
  for (const document of DOCUMENTS)
    await store.addDocument({
      document,
      claims: CLAIMS.filter((claim) => claim.documentId === document.id),
      outlet: {
        id: document.outlet,
        name: OUTLETS[document.outlet] ?? document.outlet,
        owner: null,
        kind: document.outlet === 'coastal-wire' ? 'agency' : 'outlet',
        sample: true,
      },
    });
  const view = readyViews({
    topic,
    ...{ consensus, findings, timelines: [], claims: CLAIMS, documents: DOCUMENTS },
  });
  const revision = (await store.topicInput(topic))?.revision ?? 0;
  await store.saveReconciliation(
    { topic, groups: [killed, missed, power, total, young], findings, consensus },
    view,
    { revision, at: '2025-11-04T09:00:05Z' },
  );
}
