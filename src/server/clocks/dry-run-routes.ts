import { setImmediate } from 'node:timers/promises';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ClockKind } from '../../core/clocks/policy.ts';
import { policyFor } from '../../core/clocks/policy-for.ts';
import { replayClocks } from '../../core/clocks/replay.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import { readPast } from '../../storage/clocks/past.ts';
import { readOpenHours } from '../../storage/clocks/rules.ts';
import { DryRun, DryRunPolicies } from '../../wire/clocks.ts';
import type { Deps } from '../deps.ts';
import { rowOf } from './policy-routes.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
const PAGE = 500;
/** So many are looked at, the newest; more would be waited for longer and say the same. */
const MOST = 10_000;

/** How many of the last month's customers would have been answered in time. Changes nothing. */
export const dryRunRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.post(
    '/api/answer-policies-dry-run',
    {
      config: { rule: { act: 'triage.manage' } },
      schema: { tags: ['answer times'], body: DryRunPolicies, response: { 200: DryRun } },
    },
    async ({ who, body }) => {
      const at = now();
      const policies = body.policies.filter(({ isOn }) => isOn).map(({ id, ...one }) => rowOf(id, one));
      const rules = { policies, hours: await readOpenHours(db.read, who.workspaceId) };
      const asked = { since: new Date(at.getTime() - DAYS * DAY_MS), visible: visibleInboxes(who.inboxes ?? null) };
      const kinds: Partial<Record<ClockKind, Kept>> = {};
      const byPolicy: Record<string, Kept> = {};
      const sums = { conversations: 0, isCapped: false, fitting: 0 };
      let before: TriageFacts | null = null;
      for (;;) {
        const page = await readPast(db.read, who.workspaceId, asked, { before, limit: PAGE });
        for (const { facts, beats } of page) {
          if (policyFor({ ...facts, clocks: [] }, policies)) sums.fitting += 1;
          for (const { kind, policyId, isMet } of replayClocks(facts, beats, rules, at)) {
            kinds[kind] = withOne(kinds[kind], isMet);
            byPolicy[policyId] = withOne(byPolicy[policyId], isMet);
          }
        }
        sums.conversations += page.length;
        before = page.at(-1)?.facts ?? null;
        sums.isCapped = sums.conversations >= MOST && page.length === PAGE;
        if (page.length < PAGE || sums.isCapped) break;
        // Others are answered in between.
        await setImmediate();
      }
      return { ...sums, kinds, policies: byPolicy };
    },
  );
};

interface Kept {
  readonly timed: number;
  readonly met: number;
}
const withOne = (kept: Kept | undefined, isMet: boolean): Kept => ({
  timed: (kept?.timed ?? 0) + 1,
  met: (kept?.met ?? 0) + (isMet ? 1 : 0),
});
