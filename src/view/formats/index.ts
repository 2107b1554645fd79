import type { Format } from '../format.ts';
import { csv } from './csv.ts';
import { feeds } from './feeds.ts';
import { json } from './json.ts';
import { jsonld } from './jsonld.ts';
import { ndjson } from './ndjson.ts';
import { svg } from './svg.ts';

/** Every format, the one that is sent to who does not mind first. The id is the suffix of an address. */
export const FORMATS: readonly Format[] = [json, ndjson, csv, jsonld, svg, ...feeds];
