import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  addListeningRule,
  changeListeningRule,
  noSuchRule,
  removeListeningRule,
} from '../../actions/listening/keep-listening-rule.ts';
import { previewRule } from '../../actions/listening/preview-rule.ts';
import { understand } from '../../actions/understanding/understand.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { createHear } from '../../core/listening/hear.ts';
import type { ListeningBody as Body } from '../../core/listening/listening-rule.ts';
import type { Reader } from '../../storage/database.ts';
import { listInboxes } from '../../storage/inboxes.ts';
import { rememberOwn } from '../../storage/learning/own.ts';
import { listListeningRules, readRulesThatAreOn } from '../../storage/listening/listening-rules.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  AskPreview,
  type ListeningBody,
  ListeningRule,
  ListeningRuleList,
  NewListeningRule,
  PatchListeningRule,
  Preview,
  SourceList,
} from '../../wire/listening.ts';
import type { Deps } from '../deps.ts';
import { createAskLimit } from './ask-limit.ts';
import { showRule } from './show.ts';
import { showPreview } from './show-preview.ts';
import { sourceOf } from './sources.ts';

const tags = ['listening'];
const params = z.object({ id: Id });
const config = { rule: { act: 'triage.manage' } } as const;
/** A draft is tried with every pause in typing, and each try reads some thousand posts. */
const TRIES = { max: 60, timeWindow: 60_000 };

/** What the desk listens for, what a rule would hear before it is saved, and who can look where. */
export const listeningRuleRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, connectors, seal, now } = deps;
  const hear = createHear();
  const asking = createAskLimit(now);
  const ownOf = rememberOwn(db.read);
  const previewing = { db: db.read, connectors, understand, hear, ownOf, credentialsOf: seal.open };

  app.get(
    '/api/listening-rules',
    { config, schema: { tags, response: { 200: ListeningRuleList } } },
    async ({ who }) => ({
      items: (await listListeningRules(db.read, who.workspaceId, now())).map(showRule),
    }),
  );

  app.post(
    '/api/listening-rules',
    { config, schema: { tags, body: NewListeningRule, response: { 200: ListeningRule } } },
    async ({ who, body: { id, isOn, ...body } }) => {
      await addListeningRule(db, who, { id, isOn, body: bodyOf(body) }, now());
      return find(db.read, who.workspaceId, id, now());
    },
  );

  app.patch(
    '/api/listening-rules/:id',
    { config, schema: { tags, params, body: PatchListeningRule, response: { 200: ListeningRule } } },
    async ({ who, params: { id }, body: { body, ...patch } }) => {
      await changeListeningRule(db, who, id, { ...patch, body: body && bodyOf(body) }, now());
      return find(db.read, who.workspaceId, id, now());
    },
  );

  app.delete(
    '/api/listening-rules/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeListeningRule(db, who, id, now());
      return { ok: true as const };
    },
  );

  app.post(
    '/api/listening-rules/preview',
    { config: { ...config, rateLimit: TRIES }, schema: { tags, body: AskPreview, response: { 200: Preview } } },
    async ({ who, body: { body, ask } }) => {
      if (ask.length > 0) asking.take(who);
      const wish = { body: bodyOf(body), ask: ask as InboxId[] };
      const previewed = await previewRule(previewing, who, wish, now());
      // Who may not read conversations sees how many, and not what.
      return showPreview(previewed, who.acts.includes('conversations.read'));
    },
  );

  app.get('/api/listening-sources', { config, schema: { tags, response: { 200: SourceList } } }, async ({ who }) => {
    const visible = visibleInboxes(who.inboxes ?? null);
    const rules = await readRulesThatAreOn(db.read, who.workspaceId);
    const inboxes = await listInboxes(db.read, who.workspaceId);
    const seen = inboxes.filter(({ id }) => visible === null || visible.includes(id));
    return { items: seen.map((inbox) => sourceOf(inbox, connectors, rules)) };
  });
};

/** Ids on the wire are text; which are inboxes is looked up in the act. */
const bodyOf = (body: z.infer<typeof ListeningBody>): Body => ({ ...body, sources: body.sources as InboxId[] });

async function find(db: Reader, workspaceId: WorkspaceId, id: string, now: Date): Promise<ListeningRule> {
  const rule = (await listListeningRules(db, workspaceId, now)).find((one) => one.id === id);
  if (!rule) throw noSuchRule();
  return showRule(rule);
}
