import { jsx } from 'hono/jsx';

/**
 * The first page that is drawn looks for AsyncLocalStorage and keeps it, and from then on Node 20 follows every write
 * and promise of the process: a fifth of what a short answer costs. Our pages are drawn in one go and need none, so the
 * first is drawn here, where none is to be found.
 */
export function renderPlainly(): void {
  const { getBuiltinModule } = process;
  try {
    process.getBuiltinModule = (() => undefined) as unknown as typeof getBuiltinModule;
    void jsx('p', {}).toString();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}
