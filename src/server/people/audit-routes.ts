import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { csvLine } from '../../core/text/csv.ts';
import { type AuditFilter, type AuditRow, addAudit, auditRows, listAudit } from '../../storage/audit.ts';
import { AuditExportQuery, AuditPage, AuditQuery } from '../../wire/people.ts';
import type { Deps } from '../deps.ts';

const tags = ['audit'];

export const auditRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'audit.read' } } as const;

  app.get(
    '/api/audit',
    { config, schema: { tags, querystring: AuditQuery, response: { 200: AuditPage } } },
    async ({ who, query }) => {
      const rows = await listAudit(db.read, who.workspaceId, query, filterOf(query));
      const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      return { items, before: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/api/audit.csv',
    {
      config,
      schema: {
        tags,
        querystring: AuditExportQuery,
        produces: ['text/csv'],
        response: { 200: z.unknown().describe('Lines of CSV') },
      },
    },
    async ({ who, query }, reply) => {
      const filter = filterOf(query);
      await db.alone((tx) => addAudit(tx, who, { act: 'audit.exported', detail: { ...query } }, now()));
      const lines = linesOf(auditRows(db.read, who.workspaceId, filter));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="audit-${now().toISOString().slice(0, 10)}.csv"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(lines));
    },
  );
};

const filterOf = ({ act, actor, target, from, to }: z.output<typeof AuditExportQuery>): AuditFilter => ({
  act,
  actor,
  target,
  from: from ? new Date(from) : undefined,
  to: to ? new Date(to) : undefined,
});

async function* linesOf(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  yield csvLine(['at', 'who', 'kind', 'act', 'target', 'detail', 'from']);
  for await (const { at, actorName, actorKind, act, target, detail, address } of rows)
    yield csvLine([at.toISOString(), actorName, actorKind, act, target, JSON.stringify(detail), address]);
}
