import { AuditAction, AuditEntry } from '../../key/audit-entry.ts';
import { auditSheet } from '../../view/sheets/administration.ts';
import { key } from '../filters.ts';
import { guarded } from '../guards/require-scope.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, defineRoute, FAILURES, query } from '../router.ts';

const filters = {
  action: AuditAction.optional().meta({ description: 'Only this.' }),
  actor: key('Name of a key.'),
  target: key('Id of what was changed.'),
};

export const listAudit = defineRoute(
  {
    ...guarded('admin'),
    method: 'get',
    path: '/v1/audit',
    operationId: 'listAudit',
    tags: ['Administration'],
    summary: 'Who did what',
    description: 'Newest first. The trail is only ever added to.',
    request: { query: query({ ...filters, ...PAGING }) },
    responses: { 200: answersAs('A page of entries.', listOf('AuditList', AuditEntry)), ...FAILURES },
  },
  async (c) => {
    const { filter, page } = splitPaging(c.req.valid('query'));
    return sendPage(c, await c.get('services').store.audit(filter, page), { sheet: auditSheet });
  },
);
