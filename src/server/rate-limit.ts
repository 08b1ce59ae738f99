import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { neighbourhoodOf } from '../core/access/neighbourhood.ts';
import { CareError } from '../core/errors.ts';
import { visitorKey, visitorOf } from './access/visitor.ts';

/**
 * Calls a minute of one session or token. A desk in full use makes some tens; this keeps a script that runs wild from
 * taking the others' time.
 */
export const CALLS_PER_MINUTE = 6000;

/** Limits every route registered afterwards in this scope; a route may set its own, or `rateLimit: false`. */
export async function limitCalls(app: FastifyInstance, max = CALLS_PER_MINUTE): Promise<void> {
  await app.register(rateLimit, {
    max,
    timeWindow: 60_000,
    // Behind one office's address sit many agents: whoever is known is counted alone.
    keyGenerator: (request) => {
      const visitor = visitorOf(request);
      return visitor ? visitorKey(visitor) : neighbourhoodOf(request.ip);
    },
    errorResponseBuilder: (_request, { after }) =>
      new CareError('too_many', 'too_many', `Too many requests. Try again in ${after}.`),
  });
}
