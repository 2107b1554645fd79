import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding/finding.ts';
import { type Told, tellApart } from '../../src/finding/tell-apart.ts';
import { afresh } from '../../src/remember.ts';
import { claim } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const found = (): Finding => {
  const { findings } = reconcile([claim({ value: '10', outlet: 'a' }), claim({ value: '24', outlet: 'b' })]);
  const [first] = findings;
  if (!first) throw new Error('two figures that cannot both be true are a finding');
  return first;
};

describe('what is found twice', () => {
  const one = found();
  const about = (claims: string[], id: string, because = ''): Told => ({
    ruling: null,
    finding: { ...one, id, claims, because },
  });

  it('is told once, as it was said last, however many findings begin with the same claim', () => {
    const numbers = Array.from({ length: 300 }, (_, i) => String(i).padStart(3, '0'));
    const first = numbers.map((n) => about(['clm_a', `clm_b${n}`], `fnd_1${n}`, 'at first'));
    const again = numbers.map((n) => about(['clm_a', `clm_b${n}`], `fnd_2${n}`, 'again'));
    const told = tellApart([...first, ...again, ...again], afresh);
    expect(told.map(({ finding }) => finding.id)).toEqual(numbers.map((n) => `fnd_2${n}`));
    expect(new Set(told.map(({ finding }) => finding.because))).toEqual(new Set(['again']));
  });

  it('is told twice where verdict, groups or claims differ', () => {
    const others: Told[] = [
      about(['clm_a', 'clm_b'], 'fnd_1'),
      about(['clm_a', 'clm_c'], 'fnd_2'),
      about(['clm_a', 'clm_b', 'clm_c'], 'fnd_3'),
      { ruling: null, finding: { ...one, id: 'fnd_4', claims: ['clm_a', 'clm_b'], verdict: 'agree' } },
      { ruling: null, finding: { ...one, id: 'fnd_5', claims: ['clm_a', 'clm_b'], groups: ['grp_x'] } },
    ];
    expect(tellApart(others, afresh)).toEqual(others);
  });
});
