import type { Consensus } from '../../consensus/consensus.ts';
import { joined, plainSheet, timeCell } from '../sheet.ts';

const best = (row: Consensus): string | number | null =>
  Array.isArray(row.best) ? row.best.join(', ') : row.best;

/** A question a line. */
export const consensusSheet = plainSheet<Consensus>({
  group: (row) => row.group.id,
  question: (row) => row.group.question,
  predicate: (row) => row.group.predicate,
  unit: (row) => row.group.unit,
  status: (row) => row.status,
  grade: (row) => row.grade,
  display: (row) => row.display,
  best,
  low: (row) => row.low,
  high: (row) => row.high,
  conservative: (row) => row.conservative,
  origins: (row) => row.support.originsMax,
  outlets: (row) => row.support.outlets,
  documents: (row) => row.support.documents,
  positions: (row) => row.positions.length,
  place: (row) => row.group.scope.place,
  from: (row) => timeCell(row.group.scope.time?.from),
  to: (row) => timeCell(row.group.scope.time?.to),
  asOf: (row) => timeCell(row.asOf),
  findings: (row) => joined(row.findings),
});
