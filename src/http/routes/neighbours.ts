import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDocument } from '../api-document.ts';
import type { Env } from '../services.ts';
import { postCheck } from './check.ts';
import { searchClaims } from './claims-search.ts';
import { feeds } from './feeds.ts';
import { addLlms } from './llms.ts';
import { addMcp } from './mcp.ts';
import { embedLink, getOEmbed } from './oembed.ts';
import { addRelations } from './relations.ts';

/** Calls that answer in the shapes of other programs: feeds, oEmbed, claims:search, and the check of a draft. */
export function addNeighbours(app: OpenAPIHono<Env>): void {
  app.use('/topics/:topic', embedLink);
  app
    .openapi(postCheck.route, postCheck.handler)
    .openapi(searchClaims.route, searchClaims.handler)
    .openapi(getOEmbed.route, getOEmbed.handler);
  for (const { route, handler } of feeds) app.openapi(route, handler);
}

/** What leads assistants and programs around: outside the API document, each with a form of its own. */
export function addGuides(app: OpenAPIHono<Env>, api: ApiDocument): void {
  addRelations(app);
  addLlms(app, api);
  addMcp(app);
}
