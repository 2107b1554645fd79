import type { Claim } from '../claim/claim.ts';
import type { Outlet } from '../document/outlet.ts';
import type { Store } from '../store/store.ts';
import { type Names, nameThings } from '../web/web.ts';
import type { Services } from './services.ts';

/** The outlets with these ids that the store has. */
export async function outletsOf(store: Store, ids: Iterable<string>): Promise<ReadonlyMap<string, Outlet>> {
  const found = await Promise.all([...new Set(ids)].map((id) => store.outlet(id)));
  return new Map(found.flatMap((outlet) => (outlet === null ? [] : [[outlet.id, outlet]])));
}

/** What people call the outlets and sources of these claims. */
export async function readNames(
  { store, vocabulary }: Pick<Services, 'store' | 'vocabulary'>,
  claims: Iterable<Claim>,
): Promise<Names> {
  const all = [...claims];
  const outlets = await outletsOf(
    store,
    all.map((claim) => claim.outlet),
  );
  return nameThings(vocabulary, outlets, all);
}
