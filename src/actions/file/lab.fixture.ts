import { sql } from 'kysely';
import type { Connector } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { createHear } from '../../core/listening/hear.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { rememberRules } from '../../storage/listening/listening-rules.ts';
import { newId } from '../../storage/new-id.ts';
import { createReceiver } from '../receive.ts';
import type { Who } from '../who.ts';
import { type FilerOptions, fileWaiting } from './filer.ts';
import { createHitMemory } from './hit-memory.ts';

type Written = Record<string, unknown>;
export type Lab = Awaited<ReturnType<typeof createLab>>;

/** A workspace with one inbox of a made-up channel whose wire format is our own events as JSON, and a clock of its own. */
export async function createLab(db: Database, understand: Understand = notUnderstood) {
  let now = new Date('2026-11-18T12:00:00Z').getTime();
  let isMended = false;
  const agentId = newId<AgentId>();
  const inboxId = newId<InboxId>();
  const workspaceId = await found(db, agentId, inboxId);
  const who: Who = { workspaceId, agentId };
  const receiver = createReceiver(db);
  const connectors = new Map([['lab', labConnector(() => isMended)]]);
  const at = () => {
    now += 1;
    return new Date(now).toISOString();
  };
  const listening = { rulesOf: rememberRules(db.read), hear: createHear() };
  const memory = createHitMemory();
  const base = { account: 'page' };
  const author = (name: string) =>
    name === 'us' ? { kind: 'business' } : { kind: 'contact', person: { id: name, scope: '', name } };
  const content = (text: string) => ({ text, attachments: [] });
  const postThread = (id: string) => ({ id, kind: 'post', reach: 'owned_public' });

  return {
    workspaceId,
    inboxId,
    who,
    now: () => new Date(now),
    pass: (ms: number) => {
      now += ms;
    },
    mend: () => {
      isMended = true;
    },
    receive: (events: readonly Written[] | string) =>
      receiver.receive(workspaceId, [
        {
          family: 'lab',
          inboxId: null,
          source: 'webhook',
          headers: {},
          body: Buffer.from(typeof events === 'string' ? events : JSON.stringify(events)),
          receivedAt: new Date(now),
        },
      ]),
    file: async (others: Partial<FilerOptions> = {}) => {
      const options = {
        db,
        connectors,
        understand,
        listening,
        memory,
        now: () => new Date(now),
        log: { error: () => undefined },
        signal: new AbortController().signal,
        ...others,
      };
      while ((await fileWaiting(options, workspaceId)) > 0);
    },
    replay: () =>
      db.transaction(
        async (tx) =>
          void (await sql`update ledger set state = 'waiting' where workspace_id = ${workspaceId} and state = 'set_aside'`.execute(
            tx,
          )),
      ),
    balance: async () => {
      const { rows } = await sql<
        Record<string, number>
      >`select count(*)::int as received, count(*) filter (where state = 'filed')::int as filed,
        count(*) filter (where state = 'duplicate')::int as duplicate, count(*) filter (where state = 'ignored')::int as ignored,
        count(*) filter (where state = 'set_aside')::int as "setAside", count(*) filter (where state = 'waiting')::int as waiting
        from ledger where workspace_id = ${workspaceId}`.execute(db.read);
      return rows[0];
    },
    direct: (by: string, id: string, text: string): Written => ({
      ...base,
      kind: 'message',
      id,
      thread: { id: `t-${by}`, kind: 'direct', reach: 'owned_private', counterpart: { id: by, scope: '', name: by } },
      author: author(by),
      content: content(text),
      sentAt: at(),
    }),
    comment: (by: string, post: string, id: string, text: string, more: Written = {}): Written => ({
      ...base,
      kind: 'message',
      id,
      thread: postThread(post),
      author: author(by),
      content: content(text),
      sentAt: at(),
      ...more,
    }),
    mail: (by: string, id: string, subject: string, text: string, belongsWith: readonly string[]): Written => ({
      ...base,
      kind: 'message',
      id,
      thread: { id, kind: 'mail', reach: 'owned_private', title: subject },
      belongsWith,
      author: author(by),
      content: { ...content(text), subject },
      sentAt: at(),
    }),
    post: (id: string, text: string): Written => ({
      ...base,
      kind: 'post',
      thread: postThread(id),
      author: { kind: 'business' },
      content: content(text),
      at: at(),
    }),
    edit: (id: string, text: string): Written => ({ ...base, kind: 'edit', id, content: content(text), at: at() }),
    deletion: (id: string): Written => ({ ...base, kind: 'deletion', id, at: at() }),
    visibility: (id: string, isHidden: boolean): Written => ({ ...base, kind: 'visibility', id, isHidden, at: at() }),
    reaction: (target: string, by: string, reaction: string, isRemoved: boolean, afterMs: number): Written => ({
      ...base,
      kind: 'reaction',
      target,
      by: author(by),
      reaction,
      isRemoved,
      at: new Date(now + afterMs).toISOString(),
    }),
    /** An event whose time no database takes, until the parser is mended. */
    broken: (id: string): Written => ({
      ...base,
      kind: 'message',
      id,
      thread: postThread('p9'),
      author: author('ida'),
      content: content('late'),
      sentAt: 'broken',
    }),
  };
}

function labConnector(isMended: () => boolean): Connector<unknown> {
  const dates = new Set(['sentAt', 'at']);
  const lab: Pick<Connector, 'channel' | 'name' | 'webhook' | 'parse'> = {
    channel: 'lab',
    name: 'Lab',
    webhook: { family: 'lab', isAuthentic: () => true },
    parse: ({ body }) =>
      JSON.parse(Buffer.from(body).toString(), (key, value) => {
        if (!dates.has(key)) return value;
        return value === 'broken' && isMended()
          ? new Date('2026-11-18T13:00:00Z')
          : new Date(value === 'broken' ? 9e15 : value);
      }) as ChannelEvent[],
  };
  return lab as Connector<unknown>;
}

async function found(db: Database, agentId: AgentId, inboxId: InboxId): Promise<WorkspaceId> {
  return db.transaction(async (tx) => {
    const { id } = await tx
      .insertInto('workspaces')
      .values({ slug: `lab-${newId()}`, name: 'Lab' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('filing_turns').values({ workspace_id: id }).execute();
    await tx
      .insertInto('agents')
      .values({
        workspace_id: id,
        id: agentId,
        email: 'maja@lab.example',
        name: 'Maja',
        role: 'agent',
        created_at: new Date(0),
      })
      .execute();
    await tx
      .insertInto('inboxes')
      .values({
        workspace_id: id,
        id: inboxId,
        channel: 'lab',
        external_id: 'page',
        name: 'Lab',
        credentials: Buffer.from(''),
      })
      .execute();
    return id;
  });
}
