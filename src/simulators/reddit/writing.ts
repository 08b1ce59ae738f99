import { type Call, need, type Route } from './call.ts';
import { logical, status } from './refusal.ts';
import type { AccountRecord, Said, Store } from './store.ts';
import type { Views } from './views.ts';

const MAX_TEXT = 10_000;

export interface Karma {
  /** Seconds until the account may write again, as for a new one; 0: at once. */
  waitSeconds: number;
}

/** The half of the API that changes what stands there. */
export function writing(
  store: Store,
  views: Views,
  viewer: AccountRecord,
  karma: Karma,
  now: () => Date,
): readonly Route[] {
  function textOf(call: Call): string {
    if (call.form.get('api_type') !== 'json') throw status(400, { explanation: 'api_type must be json' });
    const text = call.form.get('text') ?? '';
    if (text.trim() === '') throw logical('NO_TEXT', 'we need something here', 'text');
    if (text.length > MAX_TEXT) throw logical('TOO_LONG', `this is too long (max: ${MAX_TEXT})`, 'text');
    return text;
  }
  function expectOnly({ form }: Call, known: readonly string[]): void {
    for (const name of form.keys()) if (![...known, 'api_type'].includes(name)) throw status(400);
  }
  function own(name: string): Said {
    const said = store.said.get(name);
    if (!said) throw status(404);
    if (said.author !== viewer.name) throw status(403);
    return said;
  }
  function moderated(name: string): Said {
    const said = store.said.get(name);
    if (!said) throw status(404);
    if (!store.subreddit(said.subreddit).moderators.has(viewer.name)) throw status(403);
    return said;
  }

  function answerable(name: string): Said {
    const said = store.said.get(name);
    if (!said) throw status(403);
    const { isPrivate, banned } = store.subreddit(said.subreddit);
    if (isPrivate) throw status(403, { reason: 'private' });
    if (banned.has(viewer.name))
      throw logical('BANNED_FROM_SUBREDDIT', "you've been banned from participating in this subreddit", 'thing_id');
    if (said.author === null)
      throw said.kind === 't1'
        ? logical('DELETED_COMMENT', 'that comment has been deleted', 'parent')
        : logical('DELETED_LINK', 'the post you are commenting on has been deleted', 'parent');
    const post = said.kind === 't3' ? said : store.said.get(`t3_${said.postId}`);
    if (post?.kind === 't3' && post.isLocked) throw logical('THREAD_LOCKED', 'Comments are locked.', 'parent');
    if (post?.kind === 't3' && post.isArchived)
      throw logical('TOO_OLD', "that's a piece of history now; it's too late to reply to it", 'parent');
    return said;
  }

  const route = (path: RegExp, known: readonly string[], answer: (call: Call) => unknown): Route => ({
    method: 'POST',
    path,
    isWrite: true,
    answer: (call) => {
      expectOnly(call, known);
      return answer(call);
    },
  });
  return [
    route(/^\/api\/comment$/, ['thing_id', 'text', 'return_rtjson'], (call) => {
      const parent = need(call, 'thing_id');
      const text = textOf(call);
      answerable(parent);
      if (karma.waitSeconds > 0) {
        const minutes = Math.ceil(karma.waitSeconds / 60);
        const words = `Looks like you've been doing that a lot. Take a break for ${minutes} minutes before trying again.`;
        throw logical('RATELIMIT', words, 'ratelimit', { ratelimit: karma.waitSeconds });
      }
      const thing = views.comment(store.comment(viewer.name, parent, text, now()));
      return { json: { errors: [], data: { things: [thing] } } };
    }),
    route(/^\/api\/editusertext$/, ['thing_id', 'text'], (call) => {
      const said = own(need(call, 'thing_id'));
      said.text = textOf(call);
      said.editedAt = now();
      return { json: { errors: [], data: { things: [views.thing(said)] } } };
    }),
    route(/^\/api\/del$/, ['id'], (call) => {
      const said = store.said.get(need(call, 'id'));
      if (said && said.author === viewer.name) said.author = null;
      else if (said && said.author !== null) throw status(403);
      return {};
    }),
    route(/^\/api\/remove$/, ['id', 'spam'], (call) => {
      moderated(need(call, 'id')).removedBy = 'moderator';
      return {};
    }),
    route(/^\/api\/approve$/, ['id'], (call) => {
      moderated(need(call, 'id')).removedBy = null;
      return {};
    }),
  ];
}
