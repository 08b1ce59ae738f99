import { randomUUID } from 'node:crypto';
import { actOnMessage, type MessageAct } from '../../src/actions/act-on-message.ts';
import { sendReply } from '../../src/actions/send-reply.ts';
import type { MessageId, OutgoingId } from '../../src/core/ids.ts';
import type { SenderOptions } from '../../src/server/worker/sender.ts';
import type { Database } from '../../src/storage/database.ts';
import { createFakeNetwork } from './channels.ts';
import { openOutgoingDesk, type Written } from './desk.ts';
import { runSender } from './run-sender.ts';

export type World = Awaited<ReturnType<typeof openWorld>>;
const OVER = ['sent', 'failed', 'cancelled'];

/** A desk with an inbox on a public square and one on a private line, and the network that both belong to. */
export async function openWorld(db: Database) {
  const desk = await openOutgoingDesk(db);
  const net = createFakeNetwork();
  const line = await desk.addInbox('line');
  const square = await desk.addInbox('square');
  const channels = (channel: string) => net.connectors().get(channel);
  const settled = async () => (await desk.outbox()).every((one) => OVER.includes(one.state) || one.awaits_person);

  return {
    desk,
    net,
    line,
    square,
    channels,
    settled,
    dora: () => desk.customerWrites(line, { name: 'dora', text: 'Where is my parcel?' }),
    comment: () => desk.customerWrites(square, { name: 'cy', text: 'Scam!', reach: 'owned_public', place: 'post-1' }),
    async reply(to: Written, text = 'On its way', way = `reply:${to.threadId}`): Promise<OutgoingId> {
      const id = randomUUID();
      const rest = { attachments: [], readAtSeq: 1e9, sendAnyway: true, thenMark: 'answered' as const };
      await sendReply(
        db,
        channels,
        desk.ana,
        { conversationId: to.conversationId, id, way, text, ...rest },
        desk.now(),
      );
      desk.pass(1);
      return id as OutgoingId;
    },
    async act(to: Written, kind: MessageAct, more: { reason?: string; text?: string; messageId?: MessageId } = {}) {
      const input = { messageId: to.messageId, id: randomUUID(), kind, ...more };
      const made = await actOnMessage(db, channels, desk.ana, input, desk.now());
      desk.pass(1);
      return made.id;
    },
    row: async (id: OutgoingId) => (await desk.outbox()).find((one) => one.id === id),
    message: async (to: Written, id: OutgoingId) =>
      (await desk.messages(to.conversationId)).find((one) => one.id === (id as string)),
    /** Runs a sender until everything is settled, or until `isDone` says so. */
    async send(isDone: () => Promise<boolean> = settled, options: Partial<SenderOptions> & { canFind?: boolean } = {}) {
      await runSender(db, desk, net.connectors(options), isDone, options);
      // The sender's clock ran on while the desk's stood still.
      desk.pass(120_000);
    },
  };
}
