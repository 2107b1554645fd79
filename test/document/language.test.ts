import { describe, expect, it, vi } from 'vitest';
import { tellBlockLanguage, tellLanguage } from '../../src/document/language.ts';
import { languageModel } from '../../src/vocabulary/language-model.ts';

const WITHOUT_ARTICLE =
  'Two officers and a driver were hurt, police said, when his lorry ran into a parked car at an exit of Route 9 in Orla on ' +
  'Monday night. A spokesman for police in Orla said it was not an act of terror, and asked for calm.';
const GERMAN =
  'Der Film »The Return of the King« zu Ehren der Opfer wurde am Montag in Orla gezeigt. Die Besucher warteten mehrere ' +
  'Stunden vor dem Kino, wie die Polizei am Abend mitteilte. Verletzt wurde niemand, hieß es weiter.';

describe('the language of a text', () => {
  it('an English paragraph is told by its small words, and no model is asked', () => {
    const detect = vi.spyOn(languageModel(), 'detect');
    expect(tellLanguage(WITHOUT_ARTICLE)).toBe('en');
    expect(tellBlockLanguage(WITHOUT_ARTICLE, 'en', 'latin')).toBe('en');
    expect(detect).not.toHaveBeenCalled();
    detect.mockRestore();
  });

  it('a German paragraph that names an English film stays German', () => {
    expect(tellLanguage(GERMAN)).toBe('de');
    expect(tellBlockLanguage(GERMAN, 'en', 'latin')).toBe('de');
  });
});
