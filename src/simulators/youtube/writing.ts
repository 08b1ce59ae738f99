import { type Call, choiceOf, type Endpoint, expectOnly, idsOf, objectOf, partsOf } from './call.ts';
import { forbidden, invalid, notFound, Refusal } from './refusal.ts';
import type { CommentRecord, State, Store } from './store.ts';
import type { Views } from './views.ts';

const MAX_TEXT = 10_000;
const LOOK = { textFormat: 'html', withState: false };

/** The half of the API that changes what stands there. */
export function writing(
  store: Store,
  views: Views,
  viewer: string,
  now: () => Date,
): Readonly<Record<string, Endpoint>> {
  function known(id: string): CommentRecord {
    const comment = store.comments.get(id);
    if (!comment) throw notFound('commentNotFound', 'comment');
    return comment;
  }
  const ownsPlace = ({ videoId }: CommentRecord) => store.videos.get(videoId)?.channelId === viewer;

  function openVideo(videoId: unknown): string {
    const video = typeof videoId === 'string' ? store.videos.get(videoId) : undefined;
    if (!video) throw notFound('videoNotFound', 'video');
    if (!video.hasComments) throw forbidden('The video has disabled comments.', 'commentsDisabled');
    return video.id;
  }

  return {
    'POST comments': (call) => {
      expectOnly(call, ['part']);
      partsOf(call, ['id', 'snippet']);
      const { snippet } = read(call, { snippet: ['parentId', 'textOriginal'] });
      if (typeof snippet.parentId !== 'string')
        throw invalid('Comment replies must indicate the parent comment.', 'parentIdMissing');
      const text = textIn(snippet);
      const parent = store.comments.get(snippet.parentId);
      if (!parent || parent.parentId !== null) throw notFound('parentCommentNotFound', 'parent comment');
      if (parent.state !== 'published')
        throw forbidden('The specified parent comment is private.', 'parentCommentIsPrivate');
      const videoId = openVideo(parent.videoId);
      return views.comment(store.write({ videoId, parentId: parent.id, authorId: viewer, text, at: now() }), LOOK);
    },
    'POST commentThreads': (call) => {
      expectOnly(call, ['part']);
      const parts = partsOf(call, ['id', 'snippet']);
      const { snippet } = read(call, { snippet: ['channelId', 'videoId', 'topLevelComment'] });
      if (typeof snippet.channelId !== 'string') throw invalid('channelId is missing', 'channelIdMissing');
      const text = textIn(objectOf(objectOf(snippet.topLevelComment).snippet));
      const videoId = openVideo(snippet.videoId);
      const comment = store.write({ videoId, parentId: null, authorId: viewer, text, at: now() });
      return views.thread(comment, [], parts, LOOK);
    },
    'PUT comments': (call) => {
      expectOnly(call, ['part']);
      partsOf(call, ['id', 'snippet']);
      const { body, snippet } = read(call, { snippet: ['textOriginal'] });
      const comment = known(String(body.id ?? ''));
      const text = textIn(snippet);
      if (comment.authorId !== viewer) throw forbidden('The comment cannot be edited by this user.');
      comment.text = text;
      comment.editedAt = now();
      return views.comment(comment, LOOK);
    },
    'DELETE comments': (call) => {
      expectOnly(call, ['id']);
      const comment = known(idsOf(call)[0] ?? '');
      if (comment.authorId !== viewer && !ownsPlace(comment)) throw forbidden('The comment cannot be deleted.');
      store.remove(comment.id);
      return undefined;
    },
    'POST comments/setModerationStatus': (call) => {
      expectOnly(call, ['id', 'moderationStatus', 'banAuthor']);
      const ids = idsOf(call);
      if (ids.length === 0) throw invalid('Required parameter: id', 'missingRequiredParameter');
      if (!call.query.has('moderationStatus'))
        throw invalid('Required parameter: moderationStatus', 'missingRequiredParameter');
      const state = choiceOf(call, 'moderationStatus', ['published', 'heldForReview', 'rejected']) as State;
      if (call.query.get('banAuthor') === 'true' && state !== 'rejected')
        throw invalid('A ban needs the status rejected.', 'banWithoutReject');
      const comments = ids.map(known);
      if (!comments.every(ownsPlace)) throw forbidden('The comments cannot be moderated by this user.');
      for (const comment of comments) comment.state = state;
      return undefined;
    },
  };
}

function read(call: Call, allowed: { readonly snippet: readonly string[] }) {
  const body = objectOf(call.body);
  for (const name of Object.keys(body)) if (name !== 'id' && name !== 'snippet') throw unknownName(name);
  const snippet = objectOf(body.snippet);
  for (const name of Object.keys(snippet)) if (!allowed.snippet.includes(name)) throw unknownName(`snippet.${name}`);
  return { body, snippet };
}

const unknownName = (name: string) =>
  invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);

function textIn({ textOriginal }: Readonly<Record<string, unknown>>): string {
  if (typeof textOriginal !== 'string' || textOriginal.trim() === '')
    throw new Refusal(400, 'commentTextRequired', 'The comment resource must contain text.', 'youtube.comment');
  if (textOriginal.length > MAX_TEXT)
    throw new Refusal(400, 'commentTextTooLong', 'The comment text is too long.', 'youtube.comment');
  return textOriginal;
}
