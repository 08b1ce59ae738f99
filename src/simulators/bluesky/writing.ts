import type { Call, Endpoint } from './call.ts';
import { blobCidFor } from './ids.ts';
import { invalid, Refusal } from './refusal.ts';
import { POST, type Store } from './store.ts';

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const MAX_BLOB = 50_000_000;

/** The half of the account's server that keeps its records. */
export function writing(store: Store, now: () => Date): Readonly<Record<string, Endpoint>> {
  function own(call: Call): string {
    const { did } = call.bearer();
    const repo = store.account(String(call.body.repo));
    if (repo?.did !== did) throw new Refusal(403, 'AccountNotFound', 'Could not find account');
    return did;
  }

  function place(call: Call, rkey: unknown): { did: string; collection: string; rkey: string; uri: string } {
    const did = own(call);
    const collection = String(call.body.collection);
    const key = rkey === undefined ? store.nextTid(now()) : String(rkey);
    if (collection.startsWith('app.bsky.feed.') && !TID.test(key))
      throw invalid(`Invalid record key for ${collection}: ${key}`);
    return { did, collection, rkey: key, uri: `at://${did}/${collection}/${key}` };
  }

  function write(call: Call, { did, collection, rkey }: ReturnType<typeof place>) {
    const record = call.body.record as Readonly<Record<string, unknown>> | undefined;
    if (typeof record !== 'object' || record === null) throw invalid('Input/record must be an object');
    validate(store, collection, record);
    const before = store.records.get(`at://${did}/${collection}/${rkey}`)?.cid;
    const { uri, cid } = store.put(did, collection, rkey, record, now());
    const commit = before === cid ? {} : { commit: { cid, rev: store.nextTid(now()) } };
    return { uri, cid, ...commit, validationStatus: 'valid' };
  }

  return {
    'com.atproto.repo.createRecord': (call) => {
      const at = place(call, call.body.rkey);
      // so does the real one: it looks like a passing trouble and is none
      if (store.records.has(at.uri)) throw new Refusal(500, 'InternalServerError', 'Internal Server Error');
      return write(call, at);
    },
    'com.atproto.repo.putRecord': (call) => {
      if (call.body.rkey === undefined) throw invalid('Input must have the property "rkey"');
      return write(call, place(call, call.body.rkey));
    },
    'com.atproto.repo.deleteRecord': (call) => {
      const { uri, rkey } = place(call, call.body.rkey);
      return store.remove(uri) ? { commit: { cid: blobCidFor(Buffer.from(uri)), rev: rkey } } : {};
    },
    'com.atproto.repo.getRecord': ({ query }) => {
      const did = store.account(query.get('repo') ?? '')?.did;
      const uri = `at://${did}/${query.get('collection')}/${query.get('rkey')}`;
      const record = store.records.get(uri);
      if (!record) throw new Refusal(400, 'RecordNotFound', `Could not locate record: ${uri}`);
      return { uri, cid: record.cid, value: record.value };
    },
    'com.atproto.repo.uploadBlob': (call) => {
      const { did } = call.bearer();
      if (call.bytes.length > MAX_BLOB) throw new Refusal(413, 'PayloadTooLarge', 'request entity too large');
      const mimeType = call.headers['content-type'] ?? 'application/octet-stream';
      return { blob: keepBlob(store, did, call.bytes, mimeType) };
    },
  };
}

export function keepBlob(store: Store, did: string, bytes: Uint8Array, mimeType: string) {
  const cid = blobCidFor(bytes);
  store.blobs.set(cid, { bytes, mimeType, did });
  return { $type: 'blob', ref: { $link: cid }, mimeType, size: bytes.length };
}

interface Embed {
  readonly $type?: unknown;
  readonly images?: readonly { image?: { ref?: { $link?: string }; size?: number }; alt?: unknown }[];
  readonly record?: { readonly uri?: unknown; readonly cid?: unknown; readonly record?: Embed['record'] };
  readonly media?: Embed;
}
interface Posted {
  readonly text?: unknown;
  readonly createdAt?: unknown;
  readonly reply?: {
    readonly root?: { uri?: unknown; cid?: unknown };
    readonly parent?: { uri?: unknown; cid?: unknown };
  };
  readonly embed?: Embed;
  readonly subject?: { uri?: unknown; cid?: unknown };
}

const MAX_IMAGE = 2_000_000;

/** With the words of the real server, which names the place in the record. */
function validate(store: Store, collection: string, record: Posted): void {
  const bad = (what: string) => invalid(`Invalid ${collection} record: ${what}`);
  if (typeof record.createdAt !== 'string' || Number.isNaN(Date.parse(record.createdAt)))
    throw bad('Missing required key "createdAt" at $.record');
  if (collection.endsWith('.like') || collection.endsWith('.repost')) {
    if (typeof record.subject?.uri !== 'string' || typeof record.subject.cid !== 'string')
      throw bad('Missing required key "subject" at $.record');
  }
  if (collection !== POST) return;
  if (typeof record.text !== 'string') throw bad('Missing required key "text" at $.record');
  const graphemes = [...new Intl.Segmenter('en').segment(record.text)].length;
  if (graphemes > 300) throw bad(`grapheme too big (maximum 300, got ${graphemes}) at $.record.text`);
  const bytes = Buffer.byteLength(record.text);
  if (bytes > 3_000) throw bad(`string too big (maximum 3000, got ${bytes}) at $.record.text`);
  if (record.reply) {
    for (const end of [record.reply.root, record.reply.parent])
      if (typeof end?.uri !== 'string' || typeof end.cid !== 'string' || end.cid === '')
        throw bad('Missing required key "cid" at $.record.reply');
  }
  const isBoth = record.embed?.$type === 'app.bsky.embed.recordWithMedia';
  const quoted = isBoth ? record.embed?.record?.record : record.embed?.record;
  const isQuote = isBoth || record.embed?.$type === 'app.bsky.embed.record';
  if (isQuote && (typeof quoted?.uri !== 'string' || typeof quoted.cid !== 'string' || quoted.cid === ''))
    throw bad('Missing required key "cid" at $.record.embed.record');
  if (isBoth && record.embed?.media === undefined) throw bad('Missing required key "media" at $.record.embed');
  const images = (isBoth ? record.embed?.media : record.embed)?.images ?? [];
  if (images.length > 4) throw bad(`array too big (maximum 4, got ${images.length}) at $.record.embed.images`);
  for (const { image, alt } of images) {
    if (typeof alt !== 'string') throw bad('Missing required key "alt" at $.record.embed.images[0]');
    const cid = image?.ref?.$link ?? '';
    if (!store.blobs.has(cid)) throw new Refusal(400, 'BlobNotFound', `Could not find blob: ${cid}`);
    if ((image?.size ?? 0) > MAX_IMAGE)
      throw new Refusal(
        400,
        'BlobTooLarge',
        `This file is too large. It is ${image?.size}B but the maximum size is 2MB.`,
      );
  }
}
