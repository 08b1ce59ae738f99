import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { InboxRights } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId } from '../../core/ids.ts';
import type { ChannelRules } from '../../core/reply/ways.ts';
import type { Database } from '../../storage/database.ts';
import { openOverhearingLab } from '../file/overhearing-lab.fixture.ts';
import type { Principal } from '../who.ts';
import { judgeHits } from './judge-hits.ts';

const text = { max: 280, count: 'characters' };
const rules = {
  name: 'Lab',
  capabilities: {
    text,
    attachments: { max: 0, maxBytes: 0, types: [] },
    acts: { reply: { on: 'theirs' }, like: { on: 'theirs' } },
  },
} as unknown as ChannelRules;
export const channels = () => rules;
/** A network on which nobody can do anything. */
export const mute = () => ({ ...rules, capabilities: { ...rules.capabilities, acts: {} } });

/** Three posts on a board, and two people who work there. */
export async function openJudgingLab(db: Database) {
  const lab = await openOverhearingLab(db);
  await lab.listen({});
  await lab.write(
    ...['p1', 'p2', 'p3'].map((id) => lab.overheard(`by-${id}`, id, `kettle co, ${id} says: ${id.repeat(9)}`)),
  );
  const bo = randomUUID() as AgentId;
  await db.transaction((tx) =>
    tx
      .insertInto('agents')
      .values({
        workspace_id: lab.workspaceId,
        id: bo,
        email: `${bo}@lab.example`,
        name: 'Bo',
        role: 'agent',
        created_at: lab.now(),
      })
      .execute(),
  );
  const maja: Principal = { ...lab.who, acts: ['triage.manage', 'messages.send'] };
  const as = (right: 'see' | 'answer' | null): Principal => {
    const inboxes: InboxRights = new Map(right ? [[lab.inboxId as InboxId, right]] : []);
    return { ...maja, inboxes };
  };
  const ids = (await lab.hits()).map(({ id }) => id);
  const [one = '', two = '', three = ''] = ids;
  const read = async <Row>(of: ReturnType<typeof sql<Row>>) => (await of.execute(db.read)).rows;
  return {
    ...lab,
    maja,
    bo: { ...maja, agentId: bo } satisfies Principal,
    as,
    ids,
    one,
    two,
    three,
    judge: (who: Principal, state: 'waiting' | 'acknowledged' | 'ignored', of: readonly string[], withAlike = false) =>
      judgeHits(db, who, { ids: of, state, reason: 'not for us', withAlike }, lab.now()),
    outbox: () =>
      read(
        sql<{
          kind: string;
          state: string;
          message_id: string | null;
        }>`select kind, state, message_id from outbox where workspace_id = ${lab.workspaceId}`,
      ),
    talks: () =>
      read(
        sql<{
          id: string;
          attention: string;
          assignee_id: string | null;
          attention_by: string | null;
        }>`select id, attention, assignee_id, attention_by from conversations where workspace_id = ${lab.workspaceId}`,
      ),
  };
}
