// Writes dist/vocabulary/parsed.json, so that a start need not parse YAML. The build runs it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseAhead } from '../dist/vocabulary/yaml.js';

const folder = new URL('./vocabulary/', import.meta.url);
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml')).sort();
const texts = names.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'));
writeFileSync(new URL('../dist/vocabulary/parsed.json', import.meta.url), JSON.stringify(parseAhead(texts)));
