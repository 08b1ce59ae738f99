import type { Call } from './call.ts';
import { invalid, notFound, Refusal } from './refusal.ts';
import { type Media, NAME, namedIn, type Post, type State, type Visibility } from './state.ts';
import { statusView } from './views.ts';
import { write } from './writing.ts';

const VISIBILITIES = new Set(['public', 'unlisted', 'private', 'direct']);
const KEY_KEPT_MS = 3_600_000;
const CREATE = [
  'status',
  'visibility',
  'in_reply_to_id',
  'quoted_status_id',
  'quote_approval_policy',
  'spoiler_text',
  'sensitive',
  'language',
  'media_ids',
];
const CHANGE = ['status', 'spoiler_text', 'sensitive', 'language', 'media_ids'];

/** Mastodon passes over what it does not know; here it is refused, so that a wrong name is not believed to work. */
function only(body: Call['body'], known: readonly string[]): void {
  const strange = Object.keys(body).find((name) => !known.includes(name));
  if (strange !== undefined) throw new Refusal(422, `Unknown parameter: ${strange}`);
}

export function createPost(state: State, { body, key }: Call): unknown {
  only(body, CREATE);
  const known = key === undefined ? undefined : state.keys.get(key);
  if (known && state.now().getTime() - known.at.getTime() < KEY_KEPT_MS) return statusView(state, known.post);
  const text = textOf(body.status);
  const warning = textOf(body.spoiler_text);
  const visibility = body.visibility ?? 'public';
  if (!VISIBILITIES.has(String(visibility))) throw invalid('Visibility is not included in the list');
  const media = mediaOf(state, body.media_ids);
  checkText(state, text, warning, media);
  const replyTo = body.in_reply_to_id === undefined ? null : find(state, String(body.in_reply_to_id));
  if (body.quoted_status_id !== undefined && state.limits.apiVersion < 7)
    throw new Refusal(422, 'Unknown parameter: quoted_status_id');
  const quotes = body.quoted_status_id === undefined ? null : find(state, String(body.quoted_status_id));
  const post = write(state, state.brand, {
    text,
    warning,
    visibility: visibility as Visibility,
    media,
    replyTo,
    quotes,
  });
  if (key !== undefined) state.keys.set(key, { post, at: post.at });
  return statusView(state, post);
}

/** What is not said again is gone. */
export function changePost(state: State, post: Post, { body }: Call): unknown {
  only(body, CHANGE);
  if (post.by !== state.brand) throw new Refusal(403, 'This action is not allowed');
  const text = textOf(body.status);
  const warning = textOf(body.spoiler_text);
  const media = mediaOf(state, body.media_ids);
  checkText(state, text, warning, media);
  Object.assign(post, { text, warning, media, mentions: namedIn(state, text), editedAt: state.now() });
  return statusView(state, post);
}

export function find(state: State, id: string): Post {
  const post = state.posts.get(id);
  if (!post || post.isDeleted) throw notFound();
  return post;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new Refusal(400, 'expected a text');
  return value;
}

function checkText({ limits }: State, text: string, warning: string, media: readonly Media[]): void {
  if (text.trim() === '' && media.length === 0) throw invalid("Text can't be blank");
  const counted = text.replace(/https?:\/\/\S+/g, 'x'.repeat(limits.charactersPerUrl)).replace(NAME, '@$1');
  const length = [...new Intl.Segmenter('en').segment(warning + counted)].length;
  if (length > limits.maxCharacters) throw invalid(`Text character limit of ${limits.maxCharacters} exceeded`);
}

function mediaOf(state: State, ids: unknown): Media[] {
  if (ids === undefined || ids === null) return [];
  if (!Array.isArray(ids)) throw new Refusal(400, 'media_ids must be a list');
  if (ids.length > state.limits.maxFiles) throw invalid(`Cannot attach more than ${state.limits.maxFiles} files`);
  return ids.map((id) => {
    const media = state.media.get(String(id));
    if (!media) throw notFound();
    if (media.looksLeft > 0)
      throw invalid('Cannot attach files that have not finished processing. Try again in a moment!');
    return media;
  });
}

export async function keepMedia(state: State, { body }: Call): Promise<Media> {
  const { file, description } = body;
  if (!(file instanceof File)) throw invalid("File can't be blank");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!/^(image|video|audio)\//.test(file.type)) throw invalid('File content type is invalid');
  if (bytes.length > state.limits.imageBytes) throw invalid('File file size must be less than 16 MB');
  const about = typeof description === 'string' ? description : null;
  return storeMedia(state, file.type, bytes, about, state.dials.slowMedia);
}

export function storeMedia(
  state: State,
  mimeType: string,
  bytes: Uint8Array,
  description: string | null,
  looksLeft = 0,
): Media {
  const media: Media = { id: String(1_000 + state.media.size), mimeType, bytes, description, looksLeft };
  state.media.set(media.id, media);
  return media;
}
