import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDocument } from '../api-document.ts';
import type { Env } from '../services.ts';
import { feeds } from './feeds.ts';
import { addLlms } from './llms.ts';
import { addMcp } from './mcp.ts';
import { embedLink } from './oembed.ts';
import { addRelations } from './relations.ts';

/** Feeds, and what leads from a page to its embed. */
export function addNeighbours(app: OpenAPIHono<Env>): void {
  app.use('/topics/:topic', embedLink);
  app.use('/groups/:id', embedLink);
  for (const { route, handler } of feeds) app.openapi(route, handler);
}

/** What leads assistants and programs around: outside the API document, each with a form of its own. */
export function addGuides(app: OpenAPIHono<Env>, api: ApiDocument): void {
  addRelations(app);
  addLlms(app, api);
  addMcp(app);
}
