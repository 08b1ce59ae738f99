import { META, metaJson, signatureOf } from '../product/meta.ts';
import type { seeded } from '../product/random.ts';

/** One webhook: these bytes, holding these messages. */
interface Delivery {
  readonly body: string;
  readonly ids: readonly string[];
  /** Sent twice at the same time, as networks do. */
  readonly isTwin: boolean;
}

export interface Load {
  /** Every id of every message of every delivery that was begun. Each was acknowledged once `stop` has resolved. */
  readonly ids: ReadonlySet<string>;
  /** A customer in Messenger, or under one post: each is one conversation. */
  readonly conversations: ReadonlySet<string>;
  readonly deliveries: () => number;
  /** Resolves when this many more deliveries were answered 200. */
  acknowledged(more: number): Promise<void>;
  /** The server is there, or (null) it is not: whoever was not answered waits and sends the same again. */
  pointAt(url: string | null): void;
  /** Begins nothing new, and resolves when everything begun was acknowledged. */
  stop(): Promise<void>;
}

const CUSTOMERS = 60;
const POSTS = ['771100220033441', '771100220033442', '771100220033443'];
const WORDS = [
  'Wo bleibt mein Paket?',
  'Πού είναι το δέμα μου;',
  '지퍼가 고장났어요',
  'Kiitos ☕',
  'Hol a csomagom? 😡',
  'Order 40217?',
];

/** Customers who write all the time, to a network that sends until it is answered 200. */
export function startLoad(random: ReturnType<typeof seeded>, senders: number): Load {
  const ids = new Set<string>();
  const conversations = new Set<string>();
  const waiting = new Set<{ left: number; readonly resolve: () => void }>();
  let gate = Promise.withResolvers<string>();
  let isOver = false;
  let begun = 0;

  /** Several in one request, of several people, on both channels: as Meta bundles them. */
  function makeDelivery(): Delivery {
    begun += 1;
    const made: string[] = [];
    const messaging: object[] = [];
    const changes: object[] = [];
    for (let at = random.between(1, 3); at > 0; at--) {
      const number = ids.size;
      const customer = String(24_681_357_900_000_000n + BigInt(random.between(1, CUSTOMERS)));
      const text = `${WORDS[random.between(0, WORDS.length - 1)]} (${number})`;
      const isPrivate = random.next() < 0.5;
      const post = POSTS[random.between(0, POSTS.length - 1)] ?? '';
      const id = isPrivate ? `m_fault_${number}` : `${post}_${880_000_000_000 + number}`;
      if (isPrivate)
        messaging.push({
          sender: { id: customer },
          recipient: { id: META.pageId },
          timestamp: 1_795_000_000_000 + number,
          message: { mid: id, text },
        });
      else changes.push({ field: 'feed', value: commentOf(customer, post, id, text, number) });
      conversations.add(isPrivate ? customer : `${customer} ${post}`);
      ids.add(id);
      made.push(id);
    }
    const time = 1_795_000_000 + begun;
    const entry = [
      ...(changes.length > 0 ? [{ id: META.pageId, time, changes }] : []),
      ...(messaging.length > 0 ? [{ id: META.pageId, time: time * 1000, messaging }] : []),
    ];
    return { body: metaJson({ object: 'page', entry }), ids: made, isTwin: random.next() < 0.2 };
  }

  async function sendUntilAnswered(body: string): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body) };
    for (;;) {
      const url = await gate.promise;
      const signal = AbortSignal.timeout(30_000);
      const status = await fetch(url, { method: 'POST', headers, body, signal }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        },
        () => 0,
      );
      if (status === 200) return;
      // A server that is being killed refuses connections before anybody says that it is gone.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function send(): Promise<void> {
    while (!isOver) {
      const { body, isTwin } = makeDelivery();
      await Promise.all([sendUntilAnswered(body), ...(isTwin ? [sendUntilAnswered(body)] : [])]);
      for (const one of waiting) {
        one.left -= 1;
        if (one.left > 0) continue;
        waiting.delete(one);
        one.resolve();
      }
    }
  }

  const sending = Array.from({ length: senders }, send);
  return {
    ids,
    conversations,
    deliveries: () => begun,
    acknowledged: (more) => new Promise((resolve) => waiting.add({ left: more, resolve })),
    pointAt(url) {
      if (url === null) gate = Promise.withResolvers<string>();
      else gate.resolve(url);
    },
    async stop() {
      isOver = true;
      await Promise.all(sending);
    },
  };
}

const commentOf = (customer: string, post: string, id: string, message: string, number: number) => ({
  from: { id: customer, name: `Customer ${customer.slice(-2)}` },
  post: { id: `${META.pageId}_${post}`, is_published: true, status_type: 'added_photos' },
  message,
  post_id: `${META.pageId}_${post}`,
  comment_id: id,
  created_time: 1_795_000_000 + number,
  item: 'comment',
  parent_id: `${META.pageId}_${post}`,
  verb: 'add',
});
