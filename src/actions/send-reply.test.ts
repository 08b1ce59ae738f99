import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import { createFakeNetwork } from '../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk, type Written } from '../../test/outgoing/desk.ts';
import type { InboxId, MediaId } from '../core/ids.ts';
import { readSeq } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { type ReplyInput, sendReply } from './send-reply.ts';
import type { Who } from './who.ts';

const HOUR = 3_600_000;

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let line: InboxId;
  let square: InboxId;
  const connectors = createFakeNetwork().connectors();
  const channels = (channel: string) => connectors.get(channel);

  beforeAll(async () => {
    db = await open();
    desk = await openOutgoingDesk(db);
    line = await desk.addInbox('line');
    square = await desk.addInbox('square');
  });

  let count = 0;
  const another = (name: string) => {
    count += 1;
    return `${name}${count}`;
  };
  const dora = () => desk.customerWrites(line, { name: another('dora'), text: 'Where is my parcel?' });
  const seq = () => readSeq(db.read, desk.workspaceId);
  async function reply(to: Written, who: Who = desk.ana, more: Partial<ReplyInput> = {}) {
    const input: ReplyInput = {
      conversationId: to.conversationId,
      id: randomUUID(),
      way: `reply:${to.threadId}`,
      text: 'It is on its way.',
      attachments: [],
      readAtSeq: await seq(),
      sendAnyway: false,
      thenMark: 'answered',
      ...more,
    };
    return sendReply(db, channels, who, input, desk.now());
  }

  it('queues the answer, shows it, and marks the conversation as answered by that person', async () => {
    const to = await dora();
    const made = await reply(to);
    expect(made).toMatchObject({ state: 'queued', kind: 'reply', agentName: 'Ana', attempts: 0 });
    const [, ours] = await desk.messages(to.conversationId);
    expect(ours).toMatchObject({
      direction: 'outbound',
      text: 'It is on its way.',
      delivery: 'queued',
      agent_id: desk.ana.agentId,
    });
    const conversation = await desk.conversation(to.conversationId);
    expect(conversation).toMatchObject({
      attention: 'answered',
      attention_by: desk.ana.agentId,
      waiting_since: null,
      preview: 'It is on its way.',
      message_count: 2,
      first_response_by: desk.ana.agentId,
    });
    expect(conversation.first_response_at).toEqual(desk.now());
    expect(await desk.timeline(to.conversationId)).toEqual(['replied', 'answered']);
    expect(conversation.changed_seq).toBe(await seq());
  });

  it('keeps the answers to tap with the message, and refuses those that the network would not show', async () => {
    const to = await dora();
    await reply(to, desk.ana, { text: 'To a shop?', choices: ['Yes', 'No'] });
    const [, ours] = await desk.messages(to.conversationId);
    expect(ours?.content).toMatchObject({ choices: ['Yes', 'No'] });
    const offer = (choices: readonly string[]) => reply(to, desk.ana, { choices });
    await expect(offer(['1', '2', '3'])).rejects.toMatchObject({ code: 'too_many_choices' });
    await expect(offer(['x'.repeat(11)])).rejects.toMatchObject({ code: 'choice_too_long' });
    expect(await desk.messages(to.conversationId)).toHaveLength(2);
  });

  it('gives the same answer to the same id and adds nothing', async () => {
    const to = await dora();
    const id = randomUUID();
    const first = await reply(to, desk.ana, { id });
    const [second, third] = await Promise.all([reply(to, desk.ana, { id }), reply(to, desk.ana, { id })]);
    expect([second, third]).toEqual([first, first]);
    expect(await desk.messages(to.conversationId)).toHaveLength(2);
    const other = await dora();
    await expect(reply(other, desk.ana, { id })).rejects.toMatchObject({ code: 'id_taken' });
  });

  it('does not count as a human answer when an API token sends it', async () => {
    const to = await dora();
    await reply(to, desk.token);
    expect(await desk.conversation(to.conversationId)).toMatchObject({
      attention: 'needs_answer',
      attention_by: null,
      first_response_at: null,
    });
  });

  it('leaves waiting what the writer chose to leave waiting', async () => {
    const to = await dora();
    await reply(to, desk.ana, { thenMark: 'nothing' });
    expect((await desk.conversation(to.conversationId)).attention).toBe('needs_answer');
  });

  it('does not settle what the customer wrote after the page was read', async () => {
    const to = await dora();
    const readAtSeq = await seq();
    desk.pass(1_000);
    await desk.writesAgain(to, 'And a second thing!');
    await reply(to, desk.ana, { readAtSeq });
    expect((await desk.conversation(to.conversationId)).attention).toBe('needs_answer');
  });

  describe('when somebody answered since the page was read', () => {
    it('says who and what, and sends it when that is still wanted', async () => {
      const to = await dora();
      const readAtSeq = await seq();
      await reply(to, desk.bo, { text: 'Bo was here' });
      const late = reply(to, desk.ana, { readAtSeq });
      await expect(late).rejects.toMatchObject({
        fault: 'conflict',
        code: 'answered_meanwhile',
        details: { messages: [{ agentName: 'Bo', text: 'Bo was here' }] },
      });
      await expect(reply(to, desk.ana, { readAtSeq, sendAnyway: true })).resolves.toMatchObject({ state: 'queued' });
    });

    it('lets only one of two who send at the same moment through', async () => {
      const to = await dora();
      const readAtSeq = await seq();
      const both = await Promise.allSettled([reply(to, desk.ana, { readAtSeq }), reply(to, desk.bo, { readAtSeq })]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await desk.messages(to.conversationId)).toHaveLength(2);
    });

    it('does not mind what the writer sent themselves', async () => {
      const to = await dora();
      const readAtSeq = await seq();
      await reply(to, desk.ana, { readAtSeq });
      await expect(reply(to, desk.ana, { readAtSeq })).resolves.toMatchObject({ state: 'queued' });
    });

    it('does not mind what was there when the page was read', async () => {
      const to = await dora();
      await reply(to, desk.bo);
      await expect(reply(to, desk.ana)).resolves.toMatchObject({ state: 'queued' });
    });
  });

  describe('refuses', () => {
    it.each([
      { what: 'nothing', more: { text: '  ' }, code: 'empty' },
      { what: 'too many words', more: { text: 'a'.repeat(203) }, code: 'too_long', details: { overBy: 3 } },
      { what: 'a way that is not there', more: { way: `reply:${randomUUID()}` }, code: 'no_such_way' },
      { what: 'a file that is not there', more: { attachments: [randomUUID()] }, code: 'no_such_file' },
      {
        what: 'a conversation that is not there',
        more: { conversationId: randomUUID() as never },
        code: 'no_such_conversation',
      },
    ])('$what: $code', async ({ more, code, details }) => {
      const to = await dora();
      await expect(reply(to, desk.ana, more)).rejects.toMatchObject({ code, ...(details ? { details } : {}) });
      expect(await desk.messages(to.conversationId)).toHaveLength(1);
    });

    it('an automatic answer after 24 hours, and any after 7 days', async () => {
      const to = await dora();
      desk.pass(25 * HOUR);
      await expect(reply(to, desk.token)).rejects.toMatchObject({ code: 'human_only' });
      await expect(reply(to, desk.ana)).resolves.toMatchObject({ state: 'queued' });
      desk.pass(6 * 24 * HOUR);
      await expect(reply(to, desk.ana)).rejects.toMatchObject({ code: 'way_closed' });
    });

    it('a second private reply to a comment', async () => {
      const to = await desk.customerWrites(square, { name: another('cy'), text: 'Scam!', reach: 'owned_public' });
      const way = `private_reply:${to.messageId}`;
      await expect(reply(to, desk.ana, { way, text: 'Sorry!' })).resolves.toMatchObject({ kind: 'private_reply' });
      await expect(reply(to, desk.ana, { way, text: 'Again' })).rejects.toMatchObject({ code: 'way_closed' });
      await expect(reply(to)).resolves.toMatchObject({ kind: 'reply' });
    });
  });

  it('sends an uploaded file along once', async () => {
    const to = await dora();
    const id = newId<MediaId>();
    await db.alone((tx) =>
      tx
        .insertInto('media')
        .values({
          workspace_id: desk.workspaceId,
          id,
          name: 'a.png',
          mime_type: 'image/png',
          size_bytes: 10,
          state: 'stored',
          not_before: desk.now(),
          created_at: desk.now(),
          uploaded_by: desk.ana.agentId,
        })
        .execute(),
    );
    const made = await reply(to, desk.ana, { text: '', attachments: [id] });
    expect(made.act).toMatchObject({ content: { attachments: [{ mediaId: id, name: 'a.png' }] } });
    await expect(reply(to, desk.ana, { attachments: [id] })).rejects.toMatchObject({ code: 'no_such_file' });
  });
});
