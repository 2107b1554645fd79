import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { section, table, withSection } from './tables.ts';

const PAGE = join(import.meta.dirname, '../../docs/words.md');
const page = (): string => readFileSync(PAGE, 'utf8');

it('the page of words lists every class, as its file has it', () => {
  const rows = loadVocabulary().wordClasses.map(({ id, means, takes }) => {
    const [file = '', name = ''] = id.split(' ');
    return [`\`${file}.yaml\``, `\`${name}\``, means, takes[0]?.text ?? ''];
  });
  const content = table(['file', 'class', 'means', 'such as'], rows);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, withSection(page(), 'words', content));
  expect(section(page(), 'words'), 'run UPDATE_DOCS=1 npx vitest run test/docs').toBe(content);
});
