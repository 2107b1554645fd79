import { describe, expect, it } from 'vitest';
import { idFrom } from '../../src/http/guards/request-id.ts';

describe('the id of a request', () => {
  it('is the caller’s own when it is harmless, and else one that nobody else has', () => {
    for (const harmless of ['mine', 'a:b.c-d_e', 'x'.repeat(64)]) expect(idFrom(harmless)).toBe(harmless);
    const given = ['', 'a b', 'x'.repeat(65), '"', '<b>', 'cck_x', 'é', 'a\n', undefined];
    const made = Array.from({ length: 20_000 }, (_, at) => idFrom(given[at % given.length]));
    expect(new Set(made).size).toBe(made.length);
    const form = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(made.filter((id) => !form.test(id))).toEqual([]);
  });
});
