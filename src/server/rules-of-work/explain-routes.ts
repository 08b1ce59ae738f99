import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { explainRules } from '../../actions/rules/explain-rules.ts';
import type { ConversationId } from '../../core/ids.ts';
import { Id } from '../../wire/common.ts';
import { type ExplainedRule, ExplainedRules } from '../../wire/rules.ts';
import type { Deps } from '../deps.ts';

/** Why each rule acts on one conversation, or does not. */
export const explainRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/api/conversations/:id/rules',
    {
      config: { rule: { act: 'triage.manage', on: { a: 'conversation', right: 'see' } } },
      schema: { tags: ['rules'], params: z.object({ id: Id }), response: { 200: ExplainedRules } },
    },
    async ({ who, params: { id } }) => {
      const rules = await explainRules(db.read, who, id as ConversationId, now());
      return {
        items: rules.map(({ rule, lastAt, restsUntil, conditions, byHand, ...row }) => ({
          ...row,
          id: rule.id,
          name: rule.name,
          isOn: rule.isOn,
          match: rule.filter.match,
          conditions: conditions as ExplainedRule['conditions'],
          byHand: [...byHand],
          restsUntil: restsUntil?.toISOString() ?? null,
          lastAt: lastAt?.toISOString() ?? null,
        })),
      };
    },
  );
};
