import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { AgentId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import type { Heard } from '../../wire/realtime.ts';
import type { Visitor } from '../access/visitor.ts';
import { createPresence, type Presence } from './presence.ts';
import { createTaker } from './take-words.ts';

const NOW = () => new Date('2026-11-22T12:00:00.000Z');
const SHOP = 1 as WorkspaceId;

eachDatabase((open) => {
  let db: Database;
  let presence: Presence;
  beforeAll(async () => {
    db = await open();
    presence = createPresence(db, NOW, (error) => {
      throw error;
    });
  });
  afterAll(() => presence.close());

  const conversationId = newId<ConversationId>();
  const browserOf = (name: string) => {
    const heard: Heard[] = [];
    const place = { line: newId(), agentId: newId<AgentId>(), name, conversationId, isTyping: false };
    return { heard, place, member: { tell: (text: string) => void heard.push(JSON.parse(text)) } };
  };
  const lastSeenBy = ({ heard }: { readonly heard: readonly Heard[] }) => {
    const last = heard.at(-1);
    return last?.type === 'presence' ? last.agents.map(({ name }) => name) : null;
  };

  it('forgets whoever left while it was still told where they are', async () => {
    const [ana, maya, noor] = [browserOf('Ana'), browserOf('Maya'), browserOf('Noor')];
    const telling = presence.put(SHOP, maya.member, maya.place);
    await Promise.all([presence.leave(maya.member), telling]);
    await presence.put(SHOP, ana.member, ana.place);
    await presence.put(SHOP, noor.member, noor.place);
    await expect.poll(() => lastSeenBy(ana)).toContain('Noor');
    expect(lastSeenBy(ana)).toEqual(['Noor']);
  });

  it('takes no word of a line that closed while it was looked up', async () => {
    const puts: unknown[] = [];
    const deaf = { ...presence, put: async (...put: unknown[]) => void puts.push(put) };
    const who = { workspaceId: SHOP, agentId: newId<AgentId>(), inboxes: null } as Partial<Visitor> as Visitor;
    let isOpen = true;
    const take = createTaker({ db, presence: deaf, now: NOW }, browserOf('Ana').member, () => (isOpen ? who : null));
    const here = JSON.stringify({ type: 'here', conversationId: null });
    await take(here);
    expect(puts).toHaveLength(1);
    const taking = createTaker({ db, presence: deaf, now: NOW }, browserOf('Maya').member, () => (isOpen ? who : null))(
      here,
    );
    isOpen = false;
    await taking;
    expect(puts).toHaveLength(1);
  });
});
