import { type Bearer, type Call, textOf } from './call.ts';
import { type Feed, findThing, isComment, pageAs, permalinkOf } from './feed.ts';
import { lastSegment } from './ids.ts';
import { listing, pick } from './listing.ts';
import { badParameter, gone, Refusal } from './refusal.ts';
import { type Comment, iso, type Page, type Post, type State, storeFile } from './state.ts';

const COMMENT_MAX = 8_000;
const permission = () => new Refusal(200, 'Permissions error', undefined, 403);
const standing = <Thing extends { readonly isDeleted: boolean }>(things: readonly Thing[]) =>
  things.filter(({ isDeleted }) => !isDeleted);

export function commentNode(comment: Comment): Record<string, unknown> {
  const { post, parent } = comment;
  const isOurs = comment.authorId === post.page.id;
  return {
    id: comment.id,
    message: comment.text,
    from: { id: comment.authorId, name: comment.authorName },
    created_time: iso(comment.at),
    parent: parent ? { id: parent.id } : undefined,
    comment_count: post.comments.filter((one) => one.parent === comment).length,
    like_count: comment.reactions.size,
    can_comment: true,
    can_hide: !isOurs,
    can_like: true,
    can_remove: true,
    can_reply_privately: !isOurs && comment.privateReply === null,
    is_hidden: comment.isHidden,
    is_private: false,
    private_reply_conversation: conversationOf(comment),
    user_likes: comment.reactions.has(post.page.id),
    permalink_url: `${permalinkOf(post)}?comment_id=${lastSegment(comment.id)}`,
    message_tags: undefined,
    attachment: comment.pictureUrl
      ? {
          type: 'photo',
          media: { image: { src: comment.pictureUrl, width: 640, height: 640 } },
          url: comment.pictureUrl,
        }
      : undefined,
  };
}

export function postNode(post: Post): Record<string, unknown> {
  const total = (total_count: number) => ({ data: [], summary: { total_count } });
  return {
    id: post.id,
    message: post.text || undefined,
    story: undefined,
    status_type: post.pictureUrl ? 'added_photos' : 'mobile_status_update',
    message_tags: undefined,
    parent_id: undefined,
    shares: undefined,
    from: { id: post.authorId, name: post.authorName },
    created_time: iso(post.at),
    updated_time: iso(updatedAt(post)),
    permalink_url: permalinkOf(post),
    full_picture: post.pictureUrl,
    is_hidden: post.isHidden,
    is_expired: false,
    reactions: total(post.reactions.size),
    comments: total(standing(post.comments).length),
    can_reply_privately: post.kind === 'visitor' && post.privateReply === null,
    private_reply_conversation: conversationOf(post),
    attachments: post.pictureUrl
      ? { data: [{ media_type: 'photo', media: { image: { src: post.pictureUrl } }, url: permalinkOf(post) }] }
      : undefined,
  };
}
/** A comment moves it, as on Facebook; an edit or a deletion does not. */
const updatedAt = (post: Post): Date =>
  new Date(Math.max(post.at.getTime(), ...standing(post.comments).map(({ at }) => at.getTime())));

function conversationOf({ privateReply: line }: Post | Comment): unknown {
  return line
    ? {
        id: line.id,
        participants: {
          data: [
            { name: line.persona.name, id: line.psid },
            { name: line.page.name, id: line.page.id },
          ],
        },
      }
    : undefined;
}

export function listComments(state: State, call: Call, thing: Post | Comment, bearer: Bearer): unknown {
  // A person's token sees nothing here, and Meta does not say so.
  if (bearer.kind !== 'page') return { data: [] };
  const post = isComment(thing) ? thing.post : thing;
  const isFlat = call.params.filter === 'stream';
  const below = standing(post.comments).filter((one) =>
    isComment(thing) ? one.parent === thing : isFlat || one.parent === null,
  );
  below.sort((a, b) => a.at.getTime() - b.at.getTime());
  const ordered = call.params.order === 'reverse_chronological' ? below.toReversed() : below;
  const extra =
    call.params.summary === undefined
      ? {}
      : { summary: { order: call.params.order ?? 'chronological', total_count: below.length, can_comment: true } };
  return listing(
    state,
    call,
    ordered,
    (one) => pick(commentNode(one), call.params.fields, 'created_time,from,message'),
    extra,
  );
}

export function listPosts(state: State, call: Call, page: Page, kinds: readonly Post['kind'][]): unknown {
  const posts = standing([...state.posts.values()]).filter((post) => post.page === page && kinds.includes(post.kind));
  return listing(
    state,
    call,
    posts.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    (post) => pick(postNode(post), call.params.fields, 'created_time,message'),
  );
}

/** Recommendations have no id of their own, only the story under which they stand. */
export function listRatings(state: State, call: Call, page: Page): unknown {
  const given = standing([...state.posts.values()]).filter((post) => post.page === page && post.kind === 'review');
  return listing(
    state,
    call,
    given.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    (post) => {
      const { id: _, ...shown } = pick(ratingNode(post), call.params.fields, 'created_time,reviewer,review_text');
      return shown;
    },
  );
}

const ratingNode = (post: Post): Record<string, unknown> => ({
  id: undefined,
  created_time: iso(post.at),
  has_rating: false,
  has_review: post.text !== '',
  rating: undefined,
  recommendation_type: post.isPositive ? 'positive' : 'negative',
  review_text: post.text || undefined,
  reviewer: { id: post.authorId, name: post.authorName },
  open_graph_story: { id: post.id },
});

/** What `POST /{post or comment}` and `DELETE` do. With `message` it edits: an answer goes to `comments`. */
export function changeThing(call: Call, thing: Post | Comment, page: Page, feed: Feed): unknown {
  const isOurs = thing.authorId === page.id;
  if (call.method === 'DELETE') {
    feed.remove(thing);
    return { success: true };
  }
  const message = textOf(call.params.message);
  if (call.params.is_hidden !== undefined) {
    if (isOurs) throw permission();
    feed.hide(thing, call.params.is_hidden === true || call.params.is_hidden === 'true');
  } else if (message !== undefined) {
    if (!isOurs) throw permission();
    feed.edit(thing, message);
  } else throw badParameter('There is nothing to change.');
  return { success: true };
}

export function addComment(state: State, call: Call, thing: Post | Comment, page: Page, feed: Feed): unknown {
  const text = textOf(call.params.message) ?? '';
  if (text.length > COMMENT_MAX) throw badParameter('The comment is too long.');
  const pictureUrl = pictureOf(state, call);
  if (text.trim() === '' && !pictureUrl) throw badParameter('A message or an attachment is required.');
  const post = isComment(thing) ? thing.post : thing;
  const made = feed.comment(post, isComment(thing) ? thing : null, pageAs(state, page.id), text, {
    ...(pictureUrl ? { pictureUrl } : {}),
    ...(isComment(thing) ? { repliesTo: thing } : {}),
  });
  return { id: made.id };
}

function pictureOf(state: State, call: Call): string | undefined {
  const [file] = call.files;
  if (file) return storeFile(state, file).url;
  const id = textOf(call.params.attachment_id);
  if (id === undefined) return textOf(call.params.attachment_url);
  const stored = state.files.get(id);
  if (!stored) throw badParameter('Invalid attachment_id');
  return `${state.url}/media/${id}/${encodeURIComponent(stored.name)}`;
}

export function like(call: Call, thing: Post | Comment, page: Page, feed: Feed): unknown {
  feed.react(thing, { id: page.id, name: page.name }, call.method === 'DELETE' ? null : 'like');
  return { success: true };
}

export function publish(state: State, call: Call, page: Page, feed: Feed): unknown {
  const text = textOf(call.params.message) ?? '';
  const link = textOf(call.params.link);
  const [media] = mediaOf(call.params.attached_media);
  if (!text && !link && !media) throw badParameter('Missing message or attachment');
  const last = [...state.posts.values()]
    .filter((post) => post.page === page && post.kind === 'own' && !post.isDeleted)
    .at(-1);
  if (text && last?.text === text) throw new Refusal(506, 'Duplicate status message');
  const stored = media === undefined ? undefined : state.files.get(media);
  if (media !== undefined && !stored) throw badParameter('Invalid attached_media');
  const pictureUrl = stored ? `${state.url}/media/${media}/${encodeURIComponent(stored.name)}` : undefined;
  return {
    id: feed.publish(page, pageAs(state, page.id), text, {
      ...(link ? { link } : {}),
      ...(pictureUrl ? { pictureUrl } : {}),
    }).id,
  };
}
const mediaOf = (value: unknown): string[] => {
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.flatMap((one: { media_fbid?: unknown }) => textOf(one?.media_fbid) ?? []) : [];
};

export function addPhoto(state: State, call: Call, page: Page, feed: Feed): unknown {
  const [file] = call.files;
  if (!file) throw badParameter('(#324) Requires upload file');
  if (!file.type.startsWith('image/')) throw permission();
  const { id, url } = storeFile(state, file);
  if (call.params.published === 'false' || call.params.published === false) return { id };
  const post = feed.publish(
    page,
    pageAs(state, page.id),
    textOf(call.params.message) ?? textOf(call.params.caption) ?? '',
    { pictureUrl: url },
  );
  return { id, post_id: post.id };
}

export function findStanding(state: State, id: string): Post | Comment {
  const thing = findThing(state, id);
  if (!thing || thing.isDeleted || (isComment(thing) && thing.post.isDeleted)) throw gone(id);
  return thing;
}
