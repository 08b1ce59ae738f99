import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dryRunRule } from '../../actions/rules/dry-run-rule.ts';
import {
  addRule,
  bodyOf,
  changeRule,
  noSuchRule,
  orderRules,
  removeRule,
  takeBackRule,
} from '../../actions/rules/keep-rule.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { RuleBody as Body } from '../../core/rules/rule.ts';
import type { Reader } from '../../storage/database.ts';
import { type ListedRule, listRules, listVersions } from '../../storage/rules/rows.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  NewRule,
  PatchRule,
  Rule,
  RuleBody,
  RuleDryRun,
  RuleList,
  RuleOrder,
  RuleVersionList,
  TakeBackRule,
} from '../../wire/rules.ts';
import type { Deps } from '../deps.ts';

const tags = ['rules'];
const params = z.object({ id: Id });
const config = { rule: { act: 'triage.manage' } } as const;

/** `/api/rules`: what is done by itself, in which order. Changing them needs every inbox, which the acts ask for. */
export const ruleRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get('/api/rules', { config, schema: { tags, response: { 200: RuleList } } }, async ({ who }) => ({
    items: (await listRules(db.read, who.workspaceId, now())).map(show),
  }));

  app.post(
    '/api/rules',
    { config, schema: { tags, body: NewRule, response: { 200: Rule } } },
    async ({ who, body }) => {
      const { id, isOn, ...rule } = body;
      await addRule(db, who, { id, isOn, body: bodyOf(rule as Body) }, now());
      return find(db.read, who.workspaceId, id, now());
    },
  );

  app.patch(
    '/api/rules/:id',
    { config, schema: { tags, params, body: PatchRule, response: { 200: Rule } } },
    async ({ who, params: { id }, body: { isOn, body } }) => {
      await changeRule(db, who, id, { isOn, body: body && bodyOf(body as Body) }, now());
      return find(db.read, who.workspaceId, id, now());
    },
  );

  app.delete(
    '/api/rules/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeRule(db, who, id, now());
      return { ok: true as const };
    },
  );

  app.put(
    '/api/rules/order',
    { config, schema: { tags, body: RuleOrder, response: { 200: RuleList } } },
    async ({ who, body: { ids } }) => {
      await orderRules(db, who, ids, now());
      return { items: (await listRules(db.read, who.workspaceId, now())).map(show) };
    },
  );

  app.get(
    '/api/rules/:id/versions',
    { config, schema: { tags, params, response: { 200: RuleVersionList } } },
    async ({ who, params: { id } }) => {
      const versions = await listVersions(db.read, who.workspaceId, id);
      if (versions.length === 0) throw noSuchRule();
      return {
        items: versions.map(({ savedAt, body, ...row }) => ({
          ...row,
          body: wireBody(body),
          savedAt: savedAt.toISOString(),
        })),
      };
    },
  );

  app.post(
    '/api/rules/:id/take-back',
    { config, schema: { tags, params, body: TakeBackRule, response: { 200: Rule } } },
    async ({ who, params: { id }, body: { version } }) => {
      await takeBackRule(db, who, { id, version }, now());
      return find(db.read, who.workspaceId, id, now());
    },
  );

  app.post(
    '/api/rules/dry-run',
    { config, schema: { tags, body: RuleBody, response: { 200: RuleDryRun } } },
    async ({ who, body }) => {
      const { newest, ...counts } = await dryRunRule(db.read, who, bodyOf(body as Body), now());
      return {
        ...counts,
        // Who may not read conversations sees how many, and not whose.
        newest: (who.acts.includes('conversations.read') ? newest : []).map(({ lastMessageAt, steps, ...row }) => ({
          ...row,
          lastMessageAt: lastMessageAt.toISOString(),
          steps: [...steps],
        })),
      };
    },
  );
};

async function find(db: Reader, workspaceId: WorkspaceId, id: string, now: Date) {
  const rule = (await listRules(db, workspaceId, now)).find((one) => one.id === id);
  if (!rule) throw noSuchRule();
  return show(rule);
}

const wireBody = (body: Body) => bodyOf(body) as RuleBody;
const show = (rule: ListedRule) => ({
  ...wireBody(rule),
  id: rule.id,
  isOn: rule.isOn,
  position: rule.position,
  version: rule.version,
  runs: rule.runs,
  lastAt: rule.lastAt?.toISOString() ?? null,
  resting: rule.resting,
});
