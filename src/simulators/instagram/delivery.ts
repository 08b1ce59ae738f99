import { createHmac } from 'node:crypto';
import { type Courier, openCourier } from '../courier.ts';
import { escaped } from '../meta/delivery.ts';
import type { Account, Login, State } from './state.ts';

interface News {
  readonly account: Account;
  readonly field: string;
  readonly shape: 'change' | 'messaging' | 'standby';
  readonly part: unknown;
  readonly at: Date;
  /** The login of Instagram does not tell of advertisements. */
  readonly isOnAd: boolean;
}

export interface Delivery {
  push(account: Account, field: string, shape: News['shape'], part: unknown, at: Date, isOnAd?: boolean): void;
  /** To be called when an address or a subscription has changed. */
  wake(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;
/** Events of one moment may share a request; each has an entry of its own. */
const MOST_IN_ONE = 3;
const LOGINS: readonly Login[] = ['facebook', 'instagram'];

/** Meta's queues of webhooks for Instagram: each login has its own address, and its own secret to sign with. */
export function openDelivery(state: State): Delivery {
  let held: News[] = [];
  const courierOf = (login: Login): Courier<News> =>
    openCourier<News>({
      faults: state.faults,
      random: state.random,
      most: MOST_IN_ONE,
      isReady: () => isOpen(login),
      deliver: (news, _attempt, signal) =>
        post(login, { object: 'instagram', entry: news.map((one) => entryOf(one, login)) }, signal),
      tries: Number.POSITIVE_INFINITY,
    });
  const couriers = { facebook: courierOf('facebook'), instagram: courierOf('instagram') };

  const isWanted = (login: Login, { account, field, isOnAd }: News) =>
    login === 'facebook'
      ? account.onPage.size > 0 && state.hooks.facebook.fields.has(field)
      : !isOnAd && account.onAccount.has(field);
  const isOpen = (login: Login) => state.hooks[login].url !== null;

  function admit(news: News): void {
    if (!news.account.wasSubscribed || !LOGINS.some(isOpen)) {
      held.push(news);
      return;
    }
    for (const login of LOGINS) if (isOpen(login) && isWanted(login, news)) couriers[login].push(news);
  }

  function entryOf({ account, field, shape, part, at }: News, login: Login): unknown {
    const id = account.id;
    if (shape !== 'change') {
      if (state.quirks.messagesAsChanges && shape === 'messaging')
        return { id, time: Math.floor(at.getTime() / 1000), changes: [{ field, value: part }] };
      return { id, time: state.now().getTime(), [shape]: [part] };
    }
    const time = Math.floor(at.getTime() / 1000);
    return login === 'facebook' ? { id, time, changes: [{ field, value: part }] } : { id, time, field, value: part };
  }

  async function post(login: Login, said: unknown, signal: AbortSignal): Promise<boolean> {
    const { url } = state.hooks[login];
    if (url === null) return false;
    const body = Buffer.from(escaped(said));
    const secret = login === 'facebook' ? state.appSecret : state.instagramSecret;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
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
  }

  return {
    push: (account, field, shape, part, at, isOnAd = false) => admit({ account, field, shape, part, at, isOnAd }),
    wake() {
      const waitingLong = held;
      held = [];
      for (const news of waitingLong) admit(news);
      for (const login of LOGINS) couriers[login].wake();
    },
    async settled() {
      for (const login of LOGINS) await couriers[login].settled();
    },
    async close() {
      for (const login of LOGINS) await couriers[login].close();
    },
  };
}
