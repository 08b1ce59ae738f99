import type { Account, DirectMessage, Post, Store } from './store.ts';
import type { Views } from './views.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const two = (value: number) => String(value).padStart(2, '0');
/** `Fri Nov 20 09:15:02 +0000 2026` */
const oldTime = (at: Date): string =>
  `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${at.toISOString().slice(11, 19)} +0000 ${at.getUTCFullYear()}`;

const ALL = new Set(['entities']);
type Entities = { readonly urls?: readonly object[]; readonly mentions?: readonly { id: string; username: string }[] };

/** Things as version 1.1 of the API showed them, which the older service and direct messages still do. */
export function createV1View(store: Store, views: Views) {
  const user = ({ id, username, name, followers }: Account) => ({
    id: Number(id),
    id_str: id,
    name,
    screen_name: username,
    followers_count: followers,
    profile_image_url_https: `https://pbs.twimg.com/profile_images/${id}/a_normal.jpg`,
  });
  const writer = (id: string) => {
    const account = store.accounts.get(id);
    return account && user(account);
  };
  const written = (shown: Readonly<Record<string, unknown>>) => {
    const { urls = [], mentions = [] } = (shown.entities ?? {}) as Entities;
    return {
      hashtags: [],
      symbols: [],
      urls,
      user_mentions: mentions.map(({ id, username }) => ({ id: Number(id), id_str: id, screen_name: username })),
    };
  };

  function post(one: Post): Record<string, unknown> {
    const shown = views.post(one, ALL);
    const parent = store.posts.get(one.repliedTo ?? '');
    const quoted = store.posts.get(one.quoted ?? '');
    return {
      created_at: oldTime(one.at),
      id: Number(one.id),
      id_str: one.id,
      text: shown.text,
      truncated: false,
      in_reply_to_status_id_str: one.repliedTo ?? null,
      in_reply_to_user_id_str: parent?.authorId ?? null,
      user: writer(one.authorId),
      is_quote_status: quoted !== undefined,
      ...(quoted
        ? {
            quoted_status_id_str: quoted.id,
            quoted_status: { id_str: quoted.id, text: quoted.text, user: writer(quoted.authorId) },
          }
        : {}),
      entities: written(shown),
      timestamp_ms: String(one.at.getTime()),
    };
  }

  /** @param wrap how a person stands beside it: as version 1.1 shows people, or as version 2 does, within `data` */
  function direct(one: DirectMessage, wrap: 'old' | 'new'): Record<string, unknown> {
    const shown = views.direct(one, new Set(['text', 'entities']));
    const ids = one.conversationId.split('-');
    const fields = new Set(['public_metrics', 'profile_image_url']);
    const people = ids.flatMap((id) => {
      const account = store.accounts.get(id);
      if (!account) return [];
      return [[id, wrap === 'old' ? { ...user(account), id } : { data: views.user(account, fields) }] as const];
    });
    const event = {
      type: 'message_create',
      id: one.id,
      created_timestamp: String(one.at.getTime()),
      message_create: {
        target: { recipient_id: ids.find((id) => id !== one.senderId) },
        sender_id: one.senderId,
        message_data: { text: shown.text ?? '', entities: written(shown) },
      },
    };
    return { direct_message_events: [event], users: Object.fromEntries(people) };
  }
  return { post, direct };
}
