import type { Change } from '../../change/change.ts';
import { plainSheet } from '../sheet.ts';

/** The few words about a change stand in one cell, as JSON. */
export const changeSheet = plainSheet<Change>({
  cursor: (row) => row.cursor,
  at: (row) => row.at,
  type: (row) => row.type,
  entity: (row) => row.entity,
  id: (row) => row.id,
  action: (row) => row.action,
  topic: (row) => row.topic,
  data: (row) => (row.data === null ? null : JSON.stringify(row.data)),
});
