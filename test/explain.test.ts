import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../src/explain.ts';
import { ingestAll } from '../src/ingest.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';
import { temporaryFolder } from './store/folder.ts';

const inFolder = temporaryFolder();
const vocabulary = loadVocabulary();
const article = (outlet: string, day: string, text: string) => ({
  outlet,
  topic: 'bridge',
  publishedAt: `2025-03-${day}T12:00:00Z`,
  text,
});

let store: Store;
beforeAll(async () => {
  store = await openStore({ path: inFolder('explain.db') });
  await ingestAll(
    store,
    vocabulary,
    [
      article(
        'north',
        '04',
        'Ten people were killed when a bridge collapsed in Genoa on Monday, police said.',
      ),
      article(
        'south',
        '04',
        'Ten people were killed when a bridge collapsed in Genoa on Monday, the mayor said.',
      ),
      article('east', '04', 'Four people were killed when a bridge collapsed in Genoa on Monday.'),
    ],
    { now: new Date('2025-03-05T00:00:00Z') },
  );
});
afterAll(() => store.close());

const steps = async (id: string) => {
  const found = await explain(id, store, vocabulary);
  if (!found) throw new Error(`nothing about ${id}`);
  return found;
};
const conflict = async () => {
  const { data } = await store.findings({ verdict: 'conflict' }, { limit: 1 });
  const [finding] = data;
  if (!finding) throw new Error('expected a conflict');
  return finding;
};

describe('why the engine says what it says', () => {
  it('of a finding: both sides, how scope and time stand, the rule and the severity', async () => {
    const finding = await conflict();
    const { kind, steps: told } = await steps(finding.id);
    expect(kind).toBe('finding');
    expect(told.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['side', 'side', 'scope', 'as-of', 'verdict', 'severity']),
    );
    const verdict = told.find(({ step }) => step === 'verdict');
    expect(verdict?.text).toContain(`${finding.verdict}/${finding.subtype}`);
    expect(verdict?.rule).toBe('cannot-both-be-true');
    const severity = told.find(({ step }) => step === 'severity');
    expect(severity?.numbers).toMatchObject({ score: finding.severity.score });
    const { criticality, magnitude, balance, certainty } = (severity?.numbers ?? {}) as Record<
      string,
      number
    >;
    const product =
      100 * (criticality ?? 0) * (magnitude ?? 0) * (0.5 + (balance ?? 0) / 2) * (certainty ?? 0);
    expect(Math.abs(product - finding.severity.score)).toBeLessThan(1);
  });

  it('of a group: its key, each voice with its weight, the candidates and the choice', async () => {
    const [group] = (await conflict()).groups;
    const agreed = (await store.consensus('bridge')).find((one) => one.group.id === group);
    const { steps: told } = await steps(group ?? '');
    const voices = told.filter(({ step }) => step === 'voice');
    expect(voices).toHaveLength(agreed?.support.originsMax ?? 0);
    const ten = told.find(({ step, numbers }) => step === 'candidate' && numbers['value'] === 10);
    expect(ten?.numbers).toMatchObject({ asserted: 2, consistent: 2 });
    expect(told.find(({ step }) => step === 'status')).toMatchObject({
      rule: `status/${agreed?.status}`,
      numbers: { best: agreed?.best },
    });
    expect(told.filter(({ step }) => step === 'key').map(({ rule }) => rule)).toContain('key/place');
  });

  it('of a claim: its words, value, scope, source, group and findings', async () => {
    const finding = await conflict();
    const id = finding.claims[0] ?? '';
    const claim = await store.claim(id);
    const { steps: told } = await steps(id);
    expect(told[0]).toMatchObject({ step: 'words', rule: claim?.extractor.rule });
    expect(told.find(({ step }) => step === 'value')?.numbers).toMatchObject({
      nominal: claim?.value.nominal,
    });
    expect(
      told
        .filter(({ step }) => step === 'finding')
        .map(({ text }) => text)
        .join(),
    ).toContain(finding.id);
  });

  it('explains every finding and every group of a topic', async () => {
    const tiers = undefined;
    const { data } = await store.findings({ topic: 'bridge', tiers }, { limit: 500 });
    const groups = (await store.consensus('bridge')).map((one) => one.group.id);
    for (const id of [...data.map((one) => one.id), ...groups])
      expect((await steps(id)).steps.length).toBeGreaterThan(0);
  });

  it('knows nothing of an id that is not there', async () => {
    expect(await explain('clm_none', store, vocabulary)).toBeNull();
  });
});
