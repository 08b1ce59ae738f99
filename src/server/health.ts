import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { HEARTBEAT_EVERY_MS, lastWorkerBeat } from '../storage/heartbeats.ts';
import { countWaiting } from '../storage/ledger-reading.ts';
import { readSchemaVersion } from '../storage/schema-version.ts';
import { Health } from '../wire/health.ts';
import type { Deps } from './deps.ts';

/** A database that does not answer for this long is taken for away, in milliseconds. */
const PATIENCE_MS = 5_000;

export const healthRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/health',
    {
      config: { rule: 'public', because: 'machines that watch have no account; it holds no secret', rateLimit: false },
      schema: { tags: ['health'], response: { 200: Health, 503: Health } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        const asked = Promise.all([readSchemaVersion(db.read), countWaiting(db.read), lastWorkerBeat(db.read)]);
        const [schema, waiting, beat] = await within(PATIENCE_MS, asked);
        const isWorkerAlive = beat !== null && now().getTime() - beat.getTime() < 3 * HEARTBEAT_EVERY_MS;
        return {
          ok: isWorkerAlive,
          database: { ok: true, kind: db.kind, schema: schema.found },
          ledger: { waiting },
          worker: { ok: isWorkerAlive, seenAt: beat?.toISOString() ?? null },
        };
      } catch (error) {
        request.log.error({ err: error }, 'the database does not answer');
        reply.status(503);
        return {
          ok: false,
          database: { ok: false, kind: db.kind, schema: null },
          ledger: { waiting: null },
          worker: { ok: false, seenAt: null },
        };
      }
    },
  );
};

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
