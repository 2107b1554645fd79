import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../src/cli/compile-sparingly.ts';

describe('what the engine is told about its compiler', () => {
  it('is known to the engine that runs it', () => {
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    for (const flag of flagsOf(process.versions.v8)) expect(known).toContain(`${flag.split('=')[0]} `);
  });

  it('is less where an engine has no such flag', () => {
    expect(flagsOf('11.3.244.8-node.33')).toHaveLength(2);
    expect(flagsOf('12.4.254.21-node.56')).toHaveLength(1);
  });
});
