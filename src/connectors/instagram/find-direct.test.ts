import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import type { GraphCall } from '../meta/graph.ts';
import { findInLine, findPrivateReply } from './find-direct.ts';
import type { Road } from './road.ts';

const madeAt = new Date('2026-11-22T12:00:00Z');
const IDA = '5566778899001122';
const ours = { id: 'aWdf1', created_time: '2026-11-22T12:00:05+0000', from: { id: '17841' }, message: 'Said' };
const theirs = { id: 'aWdf0', created_time: '2026-11-22T11:59:00+0000', from: { id: IDA }, message: 'Hello' };

function roadTo(lines: readonly object[], messages: readonly unknown[]): Road {
  const graph = async ({ path }: GraphCall) =>
    ({
      kind: 'ok',
      body: path.endsWith('/conversations') ? { data: lines } : { messages: { data: messages } },
    }) as const;
  return { graph, as: { token: 'IG' }, accountId: '17841', sender: '104' };
}
const line = [{ id: 'aWdfLine' }];

describe('an answer that may have been sent', () => {
  it.each([
    ['stands there', roadTo(line, [ours, theirs]), { kind: 'accepted', id: 'aWdf1' }],
    ['does not stand there', roadTo(line, [theirs]), { kind: 'absent' }],
    ['may be the one that cannot be read', roadTo(line, [{ id: 'aWdf1' }, theirs]), { kind: 'unclear' }],
    ['is looked for in a line that is not listed', roadTo([], []), { kind: 'unclear' }],
  ])('%s', async (_what, road, expected) => {
    expect(await findInLine(road, IDA, 'Said', madeAt)).toMatchObject(expected);
  });

  it('in private to a comment is not there when it began no line', async () => {
    const act = { kind: 'private_reply', to: { authorId: IDA }, content: { text: 'Said' }, createdAt: madeAt };
    const reply = act as Outgoing & { readonly kind: 'private_reply' };
    expect(await findPrivateReply(roadTo([], []), reply)).toEqual({ kind: 'absent' });
    expect(await findPrivateReply(roadTo(line, [ours]), reply)).toMatchObject({ kind: 'accepted', id: 'aWdf1' });
  });
});
