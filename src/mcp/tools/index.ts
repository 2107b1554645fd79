import type { Tool } from '../tool.ts';
import { checkText } from './check-text.ts';
import { explain } from './explain.ts';
import { getConsensus } from './get-consensus.ts';
import { listDiscrepancies } from './list-discrepancies.ts';
import { searchClaims } from './search-claims.ts';

export const TOOLS: readonly Tool[] = [getConsensus, listDiscrepancies, checkText, explain, searchClaims];
