import type { Connector } from '../../core/channel/connector.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { ChannelLookup } from '../../core/reply/ways.ts';
import type { Database } from '../../storage/database.ts';
import type { AddressOfFile } from '../media/file-address.ts';
import type { MediaFolder } from '../media/media-folder.ts';

export interface WorkerLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What every part of the worker runs on. Each stops when the signal says so. */
export interface WorkerDeps {
  readonly db: Database;
  readonly connectors: ReadonlyMap<string, Connector>;
  /** Opens what is sealed. Throws when it was sealed with another key. */
  readonly credentialsOf: (workspaceId: WorkspaceId, inboxId: InboxId, sealed: Uint8Array) => unknown;
  readonly media: MediaFolder;
  /** Where a network that takes no bytes fetches a file of ours. Absent: files are shown to nobody outside. */
  readonly addressOf?: AddressOfFile | undefined;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly log: WorkerLog;
}

/** A part of the worker that has begun; `stopped` resolves after the signal, when nothing of it runs any more. */
export interface Running {
  readonly stopped: Promise<void>;
}

export const rulesOf =
  (connectors: WorkerDeps['connectors']): ChannelLookup =>
  (channel) =>
    connectors.get(channel);
