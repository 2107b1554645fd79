/** A process that writes documents until it has written `count` or is killed: `writer.ts PATH PREFIX COUNT CLAIMS`. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open.ts';
import { entry, finding, group, reconciliation, views } from './builders.ts';

const [path = '', prefix = '', count = '0', claims = '0'] = process.argv.slice(2);
const store = await openStore({ path });
for (let index = 0; index < Number(count); index += 1) {
  const id = `${prefix}-${index}`;
  await store.addDocument(entry(id, Number(claims), { outlet: `outlet-${index % 7}` }));
  // Every third one comes again with less to say, every fifth is withdrawn, every fourth topic state is reconciled.
  if (index % 3 === 0)
    await store.addDocument(
      entry(id, Number(claims) - 1, { outlet: `outlet-${index % 7}`, title: 'Corrected' }),
    );
  if (index % 5 === 0) await store.removeDocument(id);
  if (index % 4 === 0) {
    const revision = Number.MAX_SAFE_INTEGER;
    const groups = Array.from({ length: 20 }, (_, number) => group('ferry', `g-${id}-${number}`, []));
    const findings = groups.map((one) =>
      finding('ferry', `f-${one.id}`, 10, { groups: [one.id], claims: [`${id}-c0`] }),
    );
    await store.saveReconciliation(reconciliation('ferry', groups, findings), views(id), {
      revision,
      at: '2025-10-08T00:00:00Z',
    });
  }
  writeSync(1, `${index}\n`);
}
await store.close();
