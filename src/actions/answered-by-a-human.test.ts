import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import { HASTE, runSender } from '../../test/outgoing/run-sender.ts';
import { openWorld } from '../../test/outgoing/world.ts';
import type { Finding, SendOutcome } from '../core/channel/outgoing.ts';
import type { OutgoingId } from '../core/ids.ts';
import { readSeq } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { adoptEcho } from '../storage/outbox/adopt-echo.ts';
import { cancelOutgoing } from './cancel-outgoing.ts';
import { decideOutgoing } from './decide-outgoing.ts';
import { openConversation } from './open-conversation.ts';
import { recordFinding, recordOutcome } from './record-outcome.ts';
import { retryOutgoing } from './retry-outgoing.ts';
import { sendReply } from './send-reply.ts';
import { setAttention } from './set-attention.ts';
import { snoozeConversation } from './snooze-conversation.ts';

const OUTCOMES: readonly SendOutcome[] = [
  { kind: 'refused', reason: 'blocked', detail: 'No.' },
  { kind: 'try_later', afterMs: 1, detail: 'Busy.' },
  { kind: 'unknown', detail: 'Who knows.' },
  { kind: 'accepted', id: 'made' as never },
];
const FINDINGS: readonly Finding[] = [{ kind: 'absent' }, { kind: 'unclear', detail: '?' }];

/** What may happen to a conversation; `isHuman`: a person at the desk does it, and says that it is answered. */
const step = fc.oneof(
  fc.record({ what: fc.constant('customer writes' as const) }),
  fc.record({
    what: fc.constant('token replies' as const),
    thenMark: fc.constantFrom('answered' as const, 'nothing' as const),
  }),
  fc.record({
    what: fc.constant('agent replies' as const),
    thenMark: fc.constantFrom('answered' as const, 'nothing' as const),
    isLate: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom(
      'agent says answered' as const,
      'token says answered' as const,
      'opened' as const,
      'snoozed' as const,
      'echo' as const,
    ),
  }),
  fc.record({ what: fc.constant('outcome' as const), index: fc.nat(OUTCOMES.length - 1) }),
  fc.record({ what: fc.constant('finding' as const), index: fc.nat(FINDINGS.length - 1) }),
  fc.record({
    what: fc.constantFrom('retried' as const, 'cancelled' as const, 'decided' as const),
    byAgent: fc.boolean(),
    wasSent: fc.boolean(),
  }),
);

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('no sequence of events leads to `answered` unless a person at the desk says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const { desk, line, channels, dora } = await openWorld(db);
        const to = await dora();
        const { conversationId } = to;
        const setting = { channels, pace: { ...HASTE, giveUpAfterMs: 0 }, canFind: true };
        const readAtSeq = await readSeq(db.read, desk.workspaceId);
        let last = '' as OutgoingId;
        const claim = () =>
          db.alone((tx) =>
            tx
              .updateTable('outbox')
              .set({ state: 'sending', attempts: 1 })
              .where('id', '=', last)
              .where('state', '=', 'queued')
              .execute(),
          );
        const reply = async (agent: typeof desk.ana, thenMark: 'answered' | 'nothing', seq: number) => {
          last = randomUUID() as OutgoingId;
          const input = {
            conversationId,
            id: last,
            way: `reply:${to.threadId}`,
            text: 'Hi',
            attachments: [],
            readAtSeq: seq,
            sendAnyway: true,
            thenMark,
          };
          await sendReply(db, channels, agent, input, desk.now());
        };
        const quietly = async (work: Promise<unknown>) => void (await work.catch(() => undefined));

        for (const one of steps) {
          desk.pass(1_000);
          const before = (await desk.conversation(conversationId)).attention;
          let mayAnswer = false;
          const tried = { id: last, attempts: 1, looks: 0, absences: 0, firstTriedAt: desk.now() };
          if (one.what === 'customer writes') await desk.writesAgain(to, 'And?');
          else if (one.what === 'token replies') await reply(desk.token, one.thenMark, 1e9);
          else if (one.what === 'agent replies') {
            mayAnswer = one.thenMark === 'answered';
            await reply(desk.ana, one.thenMark, one.isLate ? readAtSeq : 1e9);
          } else if (one.what === 'agent says answered') {
            mayAnswer = true;
            await setAttention(db, desk.ana, { conversationId, attention: 'answered' }, desk.now());
          } else if (one.what === 'token says answered')
            await quietly(setAttention(db, desk.token, { conversationId, attention: 'answered' }, desk.now()));
          else if (one.what === 'opened') await openConversation(db, desk.bo, { conversationId }, desk.now());
          else if (one.what === 'snoozed')
            await snoozeConversation(
              db,
              desk.bo,
              { conversationId, until: new Date(desk.now().getTime() + 1_000) },
              desk.now(),
            );
          else if (one.what === 'echo')
            await db.transaction((tx) =>
              adoptEcho(tx, desk.workspaceId, line, {
                kind: 'message',
                account: 'page' as never,
                id: `e-${last}` as never,
                thread: { id: 't-dora' as never, kind: 'direct', reach: 'owned_private' },
                author: { kind: 'business' },
                content: { text: 'Hi', attachments: [] },
                sentAt: desk.now(),
                ...(last ? { mark: last } : {}),
              }),
            );
          else if (!last) continue;
          else if (one.what === 'outcome') {
            await claim();
            await recordOutcome(
              db,
              desk.workspaceId,
              tried,
              { ...(OUTCOMES[one.index] as SendOutcome) },
              setting,
              desk.now(),
            );
          } else if (one.what === 'finding')
            await recordFinding(db, desk.workspaceId, tried, FINDINGS[one.index] as Finding, setting, desk.now());
          else if ('byAgent' in one) {
            const who = one.byAgent ? desk.ana : desk.token;
            // Sending again what was meant as the answer is an act of whoever does it.
            mayAnswer = one.byAgent;
            if (one.what === 'retried') await quietly(retryOutgoing(db, channels, who, last, desk.now()));
            else if (one.what === 'cancelled') await quietly(cancelOutgoing(db, who, last, desk.now()));
            else await quietly(decideOutgoing(db, channels, who, { id: last, wasSent: one.wasSent }, desk.now()));
          }
          const after = await desk.conversation(conversationId);
          if (after.attention !== 'needs_answer') expect(after.attention_by, one.what).not.toBeNull();
          if (before === 'needs_answer' && !mayAnswer) expect(after.attention, one.what).toBe('needs_answer');
        }
      }),
      { numRuns: 25, seed: 17 },
    );
  });

  it('nor does a sender that succeeds on its own', async () => {
    const world = await openWorld(db);
    const to = await world.dora();
    const input = {
      conversationId: to.conversationId,
      id: randomUUID(),
      way: `reply:${to.threadId}`,
      text: 'Hi',
      attachments: [],
      readAtSeq: 1e9,
      sendAnyway: true,
      thenMark: 'answered' as const,
    };
    await sendReply(db, world.channels, world.desk.token, input, world.desk.now());
    await runSender(db, world.desk, world.net.connectors(), world.settled);
    expect(await world.desk.conversation(to.conversationId)).toMatchObject({ attention: 'needs_answer' });
  });
});
