import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment, OutgoingKind } from '../../src/core/channel/outgoing.ts';
import type { OutgoingId } from '../../src/core/ids.ts';
import { replyTo, targetOf, words } from './acts.ts';
import { openX, type XLab } from './x-world.ts';

/** The network and account of the test that runs; another one after `open`. */
export let lab: XLab;
export const open = async (options: Parameters<typeof openX>[0] = {}) => {
  await lab?.close();
  lab = await openX({ isLimited: false, timeoutMs: 20_000, ...options });
  await lab.arrived();
};
export const enterprise = (options: object = {}) =>
  open({ plan: 'enterprise', form: { plan: 'enterprise' }, ...options });
export function withX(): void {
  beforeEach(() => open());
  afterEach(() => lab.close());
}

export const made = () => ({ id: randomUUID() as OutgoingId, createdAt: new Date(lab.clock.at), attempt: 1 });
export const on = (kind: OutgoingKind, event: MessageEvent, content = words('Words')) =>
  ({ ...made(), kind, target: targetOf(event), to: targetOf(event), content, undo: null }) as unknown as Outgoing;
export const send = (act: Outgoing) => lab.connector.send(act, lab.credentials, lab.account);
export const find = (act: Outgoing) => lab.connector.find!(act, lab.credentials, lab.account);
export const reply = (event: MessageEvent, text: string, attachments: OutgoingAttachment[] = []) => ({
  ...replyTo(event, { text, attachments }),
  createdAt: new Date(lab.clock.at),
});
export const ours = () => [...lab.network.store.posts.values()].filter(({ authorId }) => authorId === lab.account);
