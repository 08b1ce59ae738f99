import { createHmac } from 'node:crypto';
import { type Courier, openCourier } from '../courier.ts';
import { escaped } from '../meta/delivery.ts';
import { digitsOf, type Member, type Number_, type State } from './state.ts';

interface Item {
  readonly field: string;
  readonly value: unknown;
}
export interface PostOffice {
  /** `more` beside the number's own facts. */
  push(field: string, number: Number_, more: Readonly<Record<string, unknown>>): void;
  wake(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;
/** Meta tries for 7 days; here that takes a minute or so. */
const TRIES = 30;

/** Meta's own queue of webhooks: signed over escaped bytes, sometimes several changes in one request. */
export function openPostOffice(state: State, changesPerRequest: number): PostOffice {
  const courier: Courier<Item> = openCourier<Item>({
    faults: state.faults,
    random: state.random,
    most: changesPerRequest,
    tries: TRIES,
    isReady: () => state.fed.isSubscribed && (state.fed.override ?? state.app.callbackUrl) !== null,
    async deliver(items, _attempt, signal) {
      const url = state.fed.override ?? state.app.callbackUrl;
      const wanted = items.filter(({ field }) => state.app.fields.has(field));
      if (url === null || wanted.length === 0) return true;
      const body = Buffer.from(
        escaped({ object: 'whatsapp_business_account', entry: [{ id: state.wabaId, changes: wanted }] }),
      );
      const signature = createHmac('sha256', state.appSecret).update(body).digest('hex');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-hub-signature-256': `sha256=${signature}`,
            'user-agent': 'facebookexternalua',
          },
          body,
          signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
        });
        await response.arrayBuffer();
        return response.status === 200;
      } catch {
        return false;
      }
    },
  });
  return {
    push(field, number, more) {
      const metadata = { display_phone_number: digitsOf(number.display), phone_number_id: number.id };
      courier.push({ field, value: { messaging_product: 'whatsapp', metadata, ...more } });
    },
    wake: () => courier.wake(),
    settled: () => courier.settled(),
    close: () => courier.close(),
  };
}

/** How webhooks name a person: whoever has a username shows no number. */
export function namesOf({ persona, phone, userId, username }: Member) {
  const contact = {
    profile: { name: persona.name, ...(username ? { username } : {}) },
    ...(username ? {} : { wa_id: phone }),
    user_id: userId,
  };
  const from = { ...(username ? {} : { from: phone }), from_user_id: userId };
  const recipient = { ...(username ? {} : { recipient_id: phone }), recipient_user_id: userId };
  return { contact, from, recipient };
}
