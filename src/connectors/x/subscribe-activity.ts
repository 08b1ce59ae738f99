import { z } from 'zod';
import { id, lenient } from '../shared/shapes.ts';
import { field } from './accounts.ts';
import { PRIVATE, PUBLIC } from './activity-kinds.ts';
import type { Api, ApiAnswer, ApiFailure } from './api.ts';
import { listOf } from './shapes.ts';
import { mayPass, whyOf } from './webhooks.ts';

export interface Subscribed {
  /** In words. */
  readonly taken: readonly string[];
  readonly refused: readonly { readonly what: string; readonly why: string }[];
  /** X was not there for all of it: in a while it may say something else. */
  readonly isUnsure: boolean;
}

const Subscription = z.looseObject({
  subscription_id: id,
  event_type: z.string(),
  webhook_id: lenient(id),
  filter: lenient(z.looseObject({ user_id: lenient(id) })),
});
const Listed = z.looseObject({ meta: lenient(z.looseObject({ next_token: lenient(z.string().min(1)) })) });
const PAGES = 20;

/** Has X send what happens to one account, kind by kind; what is asked for already is not asked for twice. */
export async function subscribeActivity(
  app: Api,
  account: { readonly api: Api; readonly id: string },
  webhookId: string,
): Promise<Subscribed> {
  const list = await listed(app);
  const had = 'ok' in list ? null : list;
  const isHad = (kind: string) => had !== null && kindsFor(had, account.id, webhookId).includes(kind);
  const taken: string[] = [];
  const refused: { what: string; why: string }[] = [];
  /** Whoever does not answer the one will not answer the others: nobody waits for ten. */
  let away: string | null = null;
  async function all(kinds: Readonly<Record<string, string>>, api: Api): Promise<void> {
    for (const [kind, what] of Object.entries(kinds)) {
      if (isHad(kind)) {
        taken.push(what);
        continue;
      }
      const failed = away === null ? await subscribe(api, kind, account.id, webhookId, had === null) : null;
      const why: string | null = away ?? failed?.why ?? null;
      if (failed?.isAway) away = failed.why;
      if (why === null) taken.push(what);
      else refused.push({ what, why });
    }
  }
  await all(PRIVATE, account.api);
  // without what is said to the account, its own posts are no gain
  if (taken.length > 0) await all(PUBLIC, app);
  return { taken, refused, isUnsure: away !== null };
}

type Subscription = z.infer<typeof Subscription>;

/** The kinds of events of this account that come to this webhook. */
export const kindsFor = (all: readonly Subscription[], account: string, webhookId: string): readonly string[] =>
  all.flatMap((one) => (one.filter?.user_id === account && one.webhook_id === webhookId ? [one.event_type] : []));

/** All subscriptions of the app, of other programs too. */
export async function listed(app: Api): Promise<readonly Subscription[] | ApiFailure> {
  const all: Subscription[] = [];
  let token: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await app.get('/2/activity/subscriptions', { pagination_token: token });
    if (!answer.ok) return answer;
    all.push(...listOf(Subscription).parse(field(answer.body, 'data')));
    token = Listed.safeParse(answer.body).data?.meta?.next_token;
    if (token === undefined) break;
  }
  return all;
}

interface Failed {
  readonly why: string;
  /** X is not there just now, or wants to be left alone. */
  readonly isAway: boolean;
}

/** Null: it is subscribed. */
async function subscribe(
  api: Api,
  kind: string,
  account: string,
  webhookId: string,
  isListUnknown: boolean,
): Promise<Failed | null> {
  const answer = await api.post('/2/activity/subscriptions', {
    event_type: kind,
    filter: { user_id: account },
    tag: 'earshot',
    webhook_id: webhookId,
  });
  if (answer.ok) return isSubscribed(answer) ? null : { why: saidIn(answer.body), isAway: false };
  // most likely our own of an earlier time
  if (isListUnknown && /duplicate|already/i.test(`${answer.title} ${answer.detail}`)) return null;
  return { why: whyOf(answer), isAway: mayPass(answer) };
}

/** The documents show the new subscription as `data`, as the first of a list in it, and as `data.subscription`. */
function isSubscribed({ body }: Extract<ApiAnswer, { ok: true }>): boolean {
  const data = field(body, 'data');
  const candidates = [data, Array.isArray(data) ? data[0] : undefined, field(data, 'subscription')];
  return candidates.some((one) => id.safeParse(field(one, 'subscription_id')).success);
}

const Errors = z.looseObject({
  errors: z.array(z.looseObject({ detail: lenient(z.string()), title: lenient(z.string()) })).min(1),
});
function saidIn(body: unknown): string {
  const first = Errors.safeParse(body).data?.errors[0];
  return (first?.detail ?? first?.title ?? 'X answered with something that is not a subscription').slice(0, 200);
}
