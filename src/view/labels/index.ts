import { ARABIC } from './ar.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { HEBREW } from './he.ts';
import type { Labels } from './labels.ts';

/** The languages that embedded views speak, by their two letters. */
export const LANGUAGES = {
  en: ENGLISH,
  ar: ARABIC,
  fr: FRENCH,
  es: SPANISH,
  de: GERMAN,
  he: HEBREW,
} satisfies Record<string, Labels>;

/** The labels of a language such as "ar" or "fr-CA"; English for one that is not spoken here. */
export function labelsOf(language: string | null | undefined): Labels {
  const name = (language ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name as keyof typeof LANGUAGES] : ENGLISH;
}
