import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate --name <step>` drafts the next step from the tables. Then make its tables STRICT and add
 * what drizzle cannot express (full-text search, triggers, backfills). Steps are run by `migrate()` in
 * src/store/sqlite alone: drizzle-kit's own migrate loses child rows when a step rebuilds a parent table.
 */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/store/sqlite/schema.ts',
  out: './migrations/sqlite',
  breakpoints: false,
});
