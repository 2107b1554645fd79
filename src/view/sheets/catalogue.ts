import type { Outlet } from '../../document/outlet.ts';
import type { Merge } from '../../topic/merge.ts';
import type { Topic } from '../../topic/topic.ts';
import { plainSheet } from '../sheet.ts';
import type { SlimDocument } from '../slim.ts';

export const topicSheet = plainSheet<Topic>({
  id: (row) => row.id,
  title: (row) => row.title,
  documents: (row) => row.documents,
  outlets: (row) => row.outlets,
  claims: (row) => row.claims,
  groups: (row) => row.groups,
  conflicts: (row) => row.conflicts,
  checks: (row) => row.checks,
  updatedAt: (row) => row.updatedAt,
  sample: (row) => row.sample,
});

export const mergeSheet = plainSheet<Merge>({
  id: (row) => row.id,
  title: (row) => row.title,
  into: (row) => row.into,
  found: (row) => row.found,
  actor: (row) => row.actor,
  reason: (row) => row.reason,
  at: (row) => row.at,
});

export const documentSheet = plainSheet<SlimDocument>({
  id: (row) => row.id,
  topic: (row) => row.topic,
  outlet: (row) => row.outlet,
  publishedAt: (row) => row.publishedAt,
  title: (row) => row.title,
  url: (row) => row.url,
  language: (row) => row.language,
  source: (row) => row.source,
  length: (row) => row.length,
});

export const outletSheet = plainSheet<Outlet>({
  id: (row) => row.id,
  name: (row) => row.name,
  owner: (row) => row.owner,
  kind: (row) => row.kind,
  sample: (row) => row.sample,
});
