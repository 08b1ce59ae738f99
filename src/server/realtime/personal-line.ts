import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { countUnread, readNotification } from '../../storage/notifications/read.ts';
import { PERSONAL, type Personal, type PersonalNotice } from '../../storage/personal.ts';
import type { Heard } from '../../wire/realtime.ts';
import type { Visitor } from '../access/visitor.ts';
import { showNotification } from '../notifications/show.ts';
import { type Member, sightOf } from './room.ts';

interface Listener {
  readonly member: Member;
  /** As of now: rights may change while the line is open. */
  readonly visitor: () => Visitor;
}

/** What concerns one person, told to all of their browsers on this node. */
export interface PersonalLine {
  join(workspaceId: WorkspaceId, agentId: AgentId, listener: Listener): Promise<() => void>;
  close(): Promise<void>;
}

export function createPersonalLine(db: Database, failed: (error: unknown) => void): PersonalLine {
  const listeners = new Map<string, Set<Listener>>();
  let listening: Promise<() => Promise<void>> | undefined;

  function heard(payload: string): void {
    if (payload !== '') {
      const { workspaceId, agentId, said } = JSON.parse(payload) as PersonalNotice;
      tell(keyOf(workspaceId, agentId), said).catch(failed);
      return;
    }
    // The line broke and nobody knows what was said meanwhile: how many are unread says enough.
    for (const key of listeners.keys()) tell(key, { kind: 'unread' }).catch(failed);
  }

  async function tell(key: string, said: Personal): Promise<void> {
    // Read once for all browsers that see the same.
    const bySight = Map.groupBy(listeners.get(key) ?? [], (one) => sightOf(one.visitor().inboxes));
    for (const [first, ...rest] of bySight.values()) {
      const heard = first && (await write(first.visitor(), said));
      if (!heard) continue;
      const text = JSON.stringify(heard);
      for (const { member } of [first, ...rest]) member.tell(text);
    }
  }

  async function write(visitor: Visitor, said: Personal): Promise<Heard | null> {
    const { workspaceId, agentId } = visitor;
    if (!agentId) return null;
    if (said.kind === 'draft') {
      const { kind: type, ...draft } = said;
      return { type, ...draft };
    }
    const whose = { workspaceId, agentId, inboxIds: visibleInboxes(visitor.inboxes) };
    if (said.kind === 'unread') return { type: 'unread', unread: await countUnread(db.read, whose) };
    const row = await readNotification(db.read, whose, said.id);
    const unread = await countUnread(db.read, whose);
    return row && { type: 'notification', notification: showNotification(row), unread };
  }

  return {
    join: async (workspaceId, agentId, listener) => {
      listening ??= db.listen(PERSONAL, heard);
      await listening.catch((error) => {
        listening = undefined;
        throw error;
      });
      const key = keyOf(workspaceId, agentId);
      const here = listeners.get(key) ?? new Set();
      listeners.set(key, here.add(listener));
      return () => {
        here.delete(listener);
        if (here.size === 0 && listeners.get(key) === here) listeners.delete(key);
      };
    },
    close: async () => {
      listeners.clear();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}

const keyOf = (workspaceId: WorkspaceId, agentId: AgentId) => `${workspaceId}/${agentId}`;
