import type { Remembered } from '../network.ts';
import type { Lines } from './lines.ts';
import { accountBy, type Comment, type Media, meet, type State } from './state.ts';

/** What an earlier run knew, under its old ids. Nobody is told of it again. */
export function remember(state: State, lines: Lines, said: readonly Remembered[]): void {
  for (const one of said) {
    if (one.kind === 'direct') keepMessage(state, lines, one);
    else keepInPublic(state, one);
  }
}

function keepMessage(state: State, lines: Lines, { account: accountId, persona, id, by, text, at }: Remembered): void {
  if (!persona) return;
  const account = accountBy(state, accountId);
  meet(state, account, persona);
  const line = lines.of(account, persona);
  if (line.messages.some(({ mid }) => mid === id)) return;
  const isOurs = by === 'company';
  line.messages.push({ mid: id, isOurs, text, at, reactions: new Map(), isUnsent: false });
  if (!isOurs && (line.lastInboundAt === null || at > line.lastInboundAt)) line.lastInboundAt = at;
}

function keepInPublic(state: State, one: Remembered): void {
  const account = accountBy(state, one.account);
  const ours = { id: account.id, username: account.username };
  const author = one.by === 'person' && one.persona ? meet(state, account, one.persona) : ours;
  const isPost = one.id === one.thread;
  const kind = one.kind === 'elsewhere' ? 'mention' : 'own';
  let media = state.media.get(one.thread);
  if (!media) {
    const by = isPost ? author : ours;
    media = {
      id: one.thread,
      account,
      kind,
      authorId: by.id,
      username: by.username,
      caption: isPost ? one.text : '',
      at: one.at,
      comments: [],
    } satisfies Media;
    state.media.set(media.id, media);
  }
  if (isPost || state.comments.has(one.id)) return;
  const answered = one.inReplyTo === undefined ? undefined : state.comments.get(one.inReplyTo);
  const comment: Comment = {
    id: one.id,
    media,
    parent: answered?.parent ?? answered ?? null,
    authorId: author.id,
    username: author.username,
    text: one.text,
    at: one.at,
    isOnAd: false,
    isHidden: false,
    isDeleted: false,
    wasAnsweredPrivately: false,
    likes: 0,
  };
  media.comments.push(comment);
  state.comments.set(comment.id, comment);
}
