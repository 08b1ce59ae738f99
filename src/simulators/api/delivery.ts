import { createHmac } from 'node:crypto';
import type { Faults } from '../network.ts';

const TRIES = 5;

/** Posts events one after another, signed, and tries again what was not taken. */
export function createDelivery({
  faults,
  random,
  secret,
  now,
}: {
  readonly faults: Faults;
  readonly random: () => number;
  readonly secret: string;
  readonly now: () => Date;
}) {
  let target: string | null = null;
  let line: Promise<void> = Promise.resolve();
  let held: string | null = null;

  async function post(
    body: string,
    change: { readonly timestamp?: number; readonly signature?: string } = {},
  ): Promise<number> {
    if (!target) throw new Error('The source does not know where to send its events.');
    const timestamp = String(change.timestamp ?? Math.trunc(now().getTime() / 1000));
    const signature =
      change.signature ?? `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
    const answer = await fetch(target, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-earshot-timestamp': timestamp,
        'x-earshot-signature': signature,
      },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  }
  async function insist(body: string): Promise<void> {
    for (let left = TRIES; left > 0; left -= 1) if ((await post(body).catch(() => 0)) === 200) return;
  }

  return {
    post,
    subscribe(url: string) {
      target = url;
    },
    deliver(event: object): void {
      if (faults.isSilent || random() < faults.drop) return;
      const body = JSON.stringify({ events: [event] });
      const isHeld = held === null && random() < faults.reorder;
      const bodies = isHeld ? [] : held === null ? [body] : [body, held];
      held = isHeld ? body : null;
      for (const one of bodies) {
        line = line.then(() => insist(one));
        if (random() < faults.duplicate) line = line.then(() => insist(one));
      }
    },
    async settled(): Promise<void> {
      if (held !== null) {
        const late = held;
        held = null;
        line = line.then(() => insist(late));
      }
      await line;
    },
  };
}
