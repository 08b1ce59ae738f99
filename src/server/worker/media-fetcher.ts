import { createHash } from 'node:crypto';
import type { WorkspaceId } from '../../core/ids.ts';
import { sniffType } from '../../core/media/sniff.ts';
import { recordChanges } from '../../storage/changes.ts';
import {
  claimMedia,
  failMedia,
  listToRemove,
  noteRemoved,
  readEntryOf,
  storeMedia,
  type WantedFile,
  workspacesWithMedia,
} from '../../storage/media-fetching.ts';
import { Forbidden, type Resolve } from './address-guard.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { type FetchedFile, fetchFile, MAX_FILE_BYTES, NotToBeHad, typeOf } from './fetch-file.ts';
import { startSweep } from './sweep.ts';

const MINUTE_MS = 60_000;
/** Pauses between tries; links of networks live for hours, not for days. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS, 360 * MINUTE_MS];
const LEASE_MS = 5 * MINUTE_MS;
const AT_ONCE = 6;

export interface MediaOptions extends WorkerDeps {
  /** Where files may be fetched although the address is not public: the simulated networks of practice. */
  readonly trustedOrigins: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly lookEveryMs?: number;
}

/** Fetches what customers sent, and removes what they deleted. The row is the job. */
export function startMediaFetcher(options: MediaOptions): Promise<Running> {
  return startSweep({ ...options, everyMs: options.lookEveryMs ?? 2_000, name: 'media', restMs: 200 }, async () => {
    for (const workspaceId of await workspacesWithMedia(options.db.read, options.now())) {
      await removeDeleted(options, workspaceId);
      while (!options.signal.aborted && (await fetchSome(options, workspaceId)) === AT_ONCE);
    }
  });
}

async function fetchSome(options: MediaOptions, workspaceId: WorkspaceId): Promise<number> {
  const { db, now } = options;
  const at = now();
  const claim = { limit: AT_ONCE, now: at, until: new Date(at.getTime() + LEASE_MS) };
  const files = await db.alone((tx) => claimMedia(tx, workspaceId, claim));
  await Promise.all(files.map((file) => fetchOne(options, workspaceId, file)));
  return files.length;
}

async function fetchOne(options: MediaOptions, workspaceId: WorkspaceId, file: WantedFile): Promise<void> {
  const { db, media, now, signal } = options;
  try {
    const { bytes, mimeType } = await bytesOf(options, workspaceId, file);
    // Bytes first: a row whose bytes are missing would be shown, bytes without a row are removed below.
    await media.put(workspaceId, file.id, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const isKept = await db.transaction(async (tx) => {
      const stored = await storeMedia(tx, workspaceId, file.id, { mimeType, sizeBytes: bytes.length, sha256 });
      if (stored) await tell(tx, workspaceId, file, now());
      return stored;
    });
    if (!isKept) await media.remove(workspaceId, file.id);
  } catch (error) {
    if (signal.aborted) return;
    const isFinal = error instanceof Forbidden || error instanceof NotToBeHad;
    const pauseMs = isFinal ? undefined : PAUSES_MS[file.attempts - 1];
    const again = pauseMs === undefined ? null : new Date(now().getTime() + pauseMs);
    const detail = error instanceof Error ? error.message : String(error);
    await db.transaction(async (tx) => {
      await failMedia(tx, workspaceId, file.id, { detail, at: again });
      if (!again) await tell(tx, workspaceId, file, now());
    });
  }
}

type Tx = Parameters<typeof storeMedia>[0];
const tell = (tx: Tx, workspaceId: WorkspaceId, { conversationId }: WantedFile, now: Date) =>
  recordChanges(tx, workspaceId, conversationId ? [{ kind: 'media', conversationId }] : [], now);

async function bytesOf(options: MediaOptions, workspaceId: WorkspaceId, file: WantedFile): Promise<FetchedFile> {
  if (file.url !== null) return fetchFile(file.url, options);
  if (file.ask !== null) return askFor(options, workspaceId, file, file.ask);
  const extract = options.connectors.get(file.channel)?.extract;
  if (!extract || file.part === null || file.ledgerId === null)
    throw new NotToBeHad('Nobody knows where its bytes are.');
  const entry = await readEntryOf(options.db.read, workspaceId, Number(file.ledgerId));
  if (!entry) throw new NotToBeHad('What it came with was deleted.');
  const bytes = await extract(entry, file.part);
  if (bytes.length === 0) throw new NotToBeHad('It is empty.');
  if (bytes.length > MAX_FILE_BYTES) throw new NotToBeHad('It is larger than 25 MB.');
  return { bytes, mimeType: partType(bytes, file.mimeType) };
}

/** The network says where it is just now, at times for minutes only, and often to us alone. */
async function askFor(
  options: MediaOptions,
  workspaceId: WorkspaceId,
  { channel, inboxId, sealed, account }: WantedFile,
  id: string,
): Promise<FetchedFile> {
  const media = options.connectors.get(channel)?.media;
  if (!media) throw new NotToBeHad('Nobody knows where its bytes are.');
  const place = await media(id, options.credentialsOf(workspaceId, inboxId, sealed), account);
  if (!place) throw new NotToBeHad('The network does not have it any more.');
  if ('url' in place) return fetchFile(place.url, { ...options, headers: place.headers });
  if (place.bytes.length > MAX_FILE_BYTES) throw new NotToBeHad('It is larger than 25 MB.');
  return { bytes: place.bytes, mimeType: typeOf(place.bytes, place.mimeType ?? '') };
}

/** A mail may carry anything, and it is only ever saved; what claims to be shown must be what it claims. */
function partType(bytes: Uint8Array, claimed: string | null): string {
  const said = claimed?.toLowerCase() ?? '';
  const found = sniffType(bytes);
  if (found && found !== 'application/zip') return found;
  const isShown = /^(image|audio|video)\//.test(said) || said === 'text/html';
  return isShown || !/^[\w.+-]+\/[\w.+-]+$/.test(said) ? (found ?? 'application/octet-stream') : said;
}

async function removeDeleted({ db, media }: MediaOptions, workspaceId: WorkspaceId): Promise<void> {
  const ids = await listToRemove(db.read, workspaceId, 200);
  if (ids.length === 0) return;
  for (const id of ids) await media.remove(workspaceId, id);
  await db.alone((tx) => noteRemoved(tx, workspaceId, ids));
}
