import { type Account, type Media, type Notice, namedIn, type Post, type State, type Visibility } from './state.ts';

export interface Written {
  readonly text: string;
  readonly at?: Date;
  readonly replyTo?: Post | null;
  readonly quotes?: Post | null;
  readonly visibility?: Visibility;
  readonly warning?: string;
  readonly media?: readonly Media[];
  /** Addressed without being named in the text, as other programs of the network do. */
  readonly to?: readonly Account[];
  readonly id?: string;
}

export function write(state: State, by: Account, written: Written, isQuiet = false): Post {
  const { text, replyTo = null, quotes = null, visibility = 'public', warning = '', media = [], to = [] } = written;
  const at = written.at ?? state.now();
  const mentions = [...new Set([...to, ...namedIn(state, text)])].filter((one) => one !== by);
  const post: Post = {
    id: written.id ?? state.newId(at),
    by,
    text,
    at,
    editedAt: null,
    replyTo,
    quotes,
    visibility,
    warning,
    mentions,
    media,
    favourites: new Set(),
    boosts: new Set(),
    isDeleted: false,
  };
  state.posts.set(post.id, post);
  if (isQuiet) return post;
  if (mentions.includes(state.brand)) notify(state, 'mention', by, post);
  if (quotes?.by === state.brand && by !== state.brand) notify(state, 'quote', by, post);
  if (by === state.brand) tellPeople(state, post);
  return post;
}

export function notify(state: State, type: Notice['type'], by: Account, post: Post | null): void {
  const id = String(90_000 + state.notices.length + 1);
  state.notices.push({ id, type, by, post, at: post && type === 'mention' ? post.at : state.now() });
}

function tellPeople(state: State, post: Post): void {
  for (const { id } of post.mentions) {
    const persona = state.known.get(id);
    if (persona === undefined) continue;
    for (const listener of state.listeners)
      listener({
        persona,
        thread: post.replyTo?.id ?? post.id,
        isPublic: post.visibility !== 'direct',
        message: { id: post.id, by: 'company', name: state.brand.name, text: post.text, at: post.at },
      });
  }
}
