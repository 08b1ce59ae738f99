import { expect, it } from 'vitest';
import type { OutgoingKind } from '../../src/core/channel/outgoing.ts';
import type { Json } from '../../src/core/ids.ts';
import { ACT_KINDS, actOf, type Ours, replyTo, words } from './acts.ts';
import type { ContractLab } from './contract-lab.ts';

/** Every act that a connector declares is carried out, and every other one refused in words. */
export function describeActs(lab: ContractLab): void {
  const { name, getWorld, canReply, hearIda, unique, send, seenByIda } = lab;

  it('carries out every act that it declares, and refuses the others in words', async () => {
    const theirs = await hearIda(unique('Something to act on'));
    if (!canReply()) {
      for (const kind of ACT_KINDS.filter((one) => getWorld().connector.capabilities.acts[one] === undefined)) {
        const nothing: Ours = { id: theirs.id, text: '', at: theirs.sentAt, remote: null };
        const outcome = await send(actOf(kind, theirs, nothing, unique(`By ${kind}`), null));
        expect(outcome, kind).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/\S/) });
      }
      return;
    }
    const first = unique('Our own words');
    const reply = await send(replyTo(theirs, words(first)));
    if (reply.kind !== 'accepted' || !reply.id)
      throw new Error(`${name}: the reply was not accepted: ${JSON.stringify(reply)}`);
    const ours: Ours = { id: reply.id, text: first, at: theirs.sentAt, remote: reply.remote ?? null };
    const undo: Partial<Record<OutgoingKind, Json>> = {};

    for (const kind of ACT_KINDS) {
      const text = unique(`By ${kind}`);
      const act = actOf(kind, theirs, ours, text, undo[kind.replace(/^un/, '') as OutgoingKind] ?? null);
      const outcome = await send(act);
      if (getWorld().connector.capabilities.acts[kind] === undefined) {
        expect(outcome, kind).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/\S/) });
        continue;
      }
      if (outcome.kind === 'refused') {
        expect(outcome.detail, kind).toMatch(/\S/);
        continue;
      }
      expect(outcome.kind, kind).toBe('accepted');
      if (outcome.kind === 'accepted') undo[kind] = outcome.remote ?? null;

      const their = seenByIda(theirs.content.text)[0];
      if (kind === 'reply' || kind === 'edit') expect(seenByIda(text), kind).not.toHaveLength(0);
      if (kind === 'edit') expect(seenByIda(first), kind).toHaveLength(0);
      if (kind === 'publish' && outcome.kind === 'accepted') expect(outcome.id, kind).toBeTruthy();
      if (kind === 'like' && their?.likes !== undefined) expect(their.likes, kind).toBeGreaterThan(0);
      if (kind === 'hide' && their) expect(their.isHidden, kind).toBe(true);
      if (kind === 'unhide') expect(their?.isHidden ?? false, kind).toBe(false);
      if (kind === 'delete') {
        const left = seenByIda(first)
          .concat(seenByIda('By edit'))
          .filter((one) => one.id === ours.id && !one.isDeleted);
        expect(left, kind).toHaveLength(0);
      }
    }
  });
}
