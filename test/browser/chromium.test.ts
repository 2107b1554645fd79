import { describe, expect, it } from 'vitest';
import { findChromium, isRequired } from './chromium.ts';

describe('the browser to test with', () => {
  it('is the one that CHROMIUM names', () => {
    expect(findChromium({ CHROMIUM: process.execPath }, [])).toBe(process.execPath);
  });

  it('is else the first that is installed, and there may be none', () => {
    expect(findChromium({}, ['/no/such/browser', process.execPath])).toBe(process.execPath);
    expect(findChromium({ CHROMIUM: '' }, ['/no/such/browser'])).toBeNull();
  });

  it('is not quietly left out when CHROMIUM is misspelt', () => {
    expect(() => findChromium({ CHROMIUM: '/no/such/browser' }, [process.execPath])).toThrow(/no program/);
  });

  it('may be missing on a desk, and not where CI is set', () => {
    expect([{}, { CI: '' }, { CI: 'false' }, { CI: '0' }].map(isRequired)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([{ CI: 'true' }, { CI: '1' }].map(isRequired)).toEqual([true, true]);
  });
});
