import { readFileSync } from 'node:fs';
import { DocumentInput } from '../../src/document/document.ts';
import { TIER } from '../../src/finding/finding.ts';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { table } from './tables.ts';

/** The worked example of the README: the articles of a file, what they come to, and why. */
export function workedExample(path: string): string {
  const vocabulary = loadVocabulary();
  const inputs = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => DocumentInput.parse(JSON.parse(line)));
  const read = inputs.map((input) => extract(input, vocabulary));
  const { consensus, findings } = reconcile(
    inputs[0]?.topic ?? '',
    read.map(({ document }) => document),
    read.flatMap(({ claims }) => claims),
    vocabulary,
  );
  const articles = inputs.map(({ outlet, text }) => [outlet, text ?? '']);
  const answers = consensus.map(({ group, status, display, support }) => [
    group.question,
    status,
    display,
    String(support.originsMax),
    String(support.outlets),
  ]);
  const verdicts = [...findings]
    .sort((a, b) => b.severity.score - a.severity.score)
    .map((finding) => [TIER[finding.verdict] ?? '–', `\`${finding.verdict}\``, finding.because]);
  return [
    'Three articles, from [docs/example.ndjson](docs/example.ndjson):',
    table(['outlet', 'text'], articles),
    '`npx crosscheck reconcile < docs/example.ndjson` makes of them (as JSON, shortened here):',
    table(['question', 'status', 'figure', 'origins', 'outlets'], answers.sort()),
    table(['tier', 'verdict', 'because'], verdicts),
  ].join('\n\n');
}
