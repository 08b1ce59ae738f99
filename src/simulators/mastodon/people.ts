import type { Persona, Place, Remembered, Said, SeenMessage, SeenThread } from '../network.ts';
import { accountIdOf } from './ids.ts';
import { storeMedia } from './posting.ts';
import { type Account, type Post, rootOf, type State, standing } from './state.ts';
import { notify, write } from './writing.ts';

export const DIRECT = 'direct';
export const WALL = 'wall';
export const ELSEWHERE = 'elsewhere';
const POST_PREFIX = 'post:';
const PLACES_SHOWN = 5;

/** The hands of the customers, who live on another server. */
export function openPeople(state: State) {
  function accountOf({ id, name, handle, followers = 0 }: Persona): Account {
    const accountId = accountIdOf(id);
    state.known.set(accountId, id);
    const known = state.accounts.get(accountId);
    if (known) return known;
    const username = handle.toLowerCase().replaceAll(/[^\w]/g, '_');
    const account: Account = {
      id: accountId,
      username,
      acct: `${username}@other.example`,
      name,
      url: `https://other.example/@${username}`,
      followers,
    };
    state.accounts.set(accountId, account);
    return account;
  }
  function find(id: string): Post {
    const post = state.posts.get(id);
    if (!post || post.isDeleted) throw new Error(`There is no post ${id}`);
    return post;
  }
  function own(persona: Persona, id: string): Post {
    const post = find(id);
    if (post.by !== accountOf(persona)) throw new Error('Only what one wrote oneself can be changed');
    return post;
  }

  return {
    accountOf,
    places(): Place[] {
      const posts = standing(state).filter(
        ({ by, replyTo, visibility }) => by === state.brand && !replyTo && visibility !== 'direct',
      );
      return [
        ...posts.slice(-PLACES_SHOWN).reverse().map(placeOfPost),
        { id: WALL, kind: 'wall', isPublic: true, label: `A post that mentions @${state.brand.acct}` },
        { id: DIRECT, kind: 'direct', isPublic: false, label: `A private mention of ${state.brand.name}` },
        { id: ELSEWHERE, kind: 'elsewhere', isPublic: true, label: 'A post that mentions nobody' },
      ];
    },
    say(persona: Persona, { place, text, inReplyTo, attachment, at }: Said): { id: string; thread: string } {
      const by = accountOf(persona);
      const parentId = inReplyTo ?? (place.startsWith(POST_PREFIX) ? place.slice(POST_PREFIX.length) : undefined);
      const replyTo = parentId === undefined ? null : find(parentId);
      const isDirect = place === DIRECT || replyTo?.visibility === 'direct';
      const name = `@${state.brand.acct}`;
      // On the wall people name the account; below its posts their programs address it without a word.
      const words = place === WALL && !replyTo && !text.includes(name) ? `${name} ${text}` : text;
      const media = attachment ? [storeMedia(state, attachment.mimeType, attachment.bytes, attachment.name)] : [];
      const post = write(state, by, {
        text: words,
        replyTo,
        media,
        visibility: isDirect ? 'direct' : 'public',
        to: place === ELSEWHERE && !replyTo ? [] : [state.brand],
        ...(at ? { at } : {}),
      });
      return { id: post.id, thread: isDirect ? `direct:${by.url}` : rootOf(post).id };
    },
    edit(persona: Persona, id: string, text: string): void {
      Object.assign(own(persona, id), { text, editedAt: state.now() });
    },
    remove(persona: Persona, id: string): void {
      own(persona, id).isDeleted = true;
    },
    react(persona: Persona, id: string, emoji: string): void {
      const by = accountOf(persona);
      const post = find(id);
      const isBoost = emoji === 'repost' || emoji === '🔁';
      (isBoost ? post.boosts : post.favourites).add(by.id);
      if (post.by === state.brand) notify(state, isBoost ? 'reblog' : 'favourite', by, post);
    },
    view(persona: Persona): SeenThread[] {
      const me = accountOf(persona);
      const mine = [...state.posts.values()].filter(({ by, mentions }) => by === me || mentions.includes(me));
      const threadOf = (post: Post) => (post.visibility === 'direct' ? DIRECT : rootOf(post).id);
      const newest = (posts: readonly SeenMessage[]) => posts.at(-1)?.at.getTime() ?? 0;
      return [...Map.groupBy(mine, threadOf)]
        .map(([id, posts]) => {
          const root = rootOf(posts[0]!);
          const place: Place =
            id === DIRECT
              ? { id, kind: 'direct', isPublic: false, label: state.brand.name }
              : root.by === state.brand
                ? placeOfPost(root)
                : { id: WALL, kind: 'wall', isPublic: true, label: root.text.slice(0, 60) };
          return { id, place, title: place.label, messages: posts.map((post) => seen(post, me)) };
        })
        .toSorted((a, b) => newest(b.messages) - newest(a.messages));
    },
    /** What an earlier run knew, under its old ids. Nobody is told of it again. */
    remember(said: readonly Remembered[]): void {
      for (const { id, by, persona, text, at, kind, thread, inReplyTo } of said) {
        if (!/^\d+$/.test(id) || state.posts.has(id)) continue;
        const person = persona && accountOf(persona);
        const author = by === 'company' || !person ? state.brand : person;
        const parent = state.posts.get(inReplyTo ?? '') ?? (thread === id ? null : (state.posts.get(thread) ?? null));
        const to = author === state.brand ? (person ? [person] : []) : [state.brand];
        const visibility = kind === 'direct' ? ('direct' as const) : ('public' as const);
        write(state, author, { id, text, at, replyTo: parent, visibility, to }, true);
      }
    },
  };

  function placeOfPost({ id, text }: Post): Place {
    return { id: `${POST_PREFIX}${id}`, kind: 'post', isPublic: true, label: `Answer to: ${text.slice(0, 60)}` };
  }

  function seen({ id, by, text, at, replyTo, isDeleted, favourites, media }: Post, me: Account): SeenMessage {
    return {
      id,
      by: by === me ? 'me' : by === state.brand ? 'company' : 'other',
      name: by.name,
      text,
      at,
      isDeleted,
      likes: favourites.size,
      ...(replyTo ? { inReplyTo: replyTo.id } : {}),
      ...(media.length > 0 ? { files: media.map(({ description, id: mediaId }) => description ?? mediaId) } : {}),
    };
  }
}
