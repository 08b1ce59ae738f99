export interface Atproto {
  /** The personal data server: everything that a client does goes there. */
  readonly url: string;
  /** The reading half, for tests that must know when something was indexed. */
  readonly appviewUrl: string;
  readonly pids: readonly number[];
  stop(): Promise<void>;
}
/** `reason`: why it cannot be installed on this machine. */
export function startAtproto(): Promise<Atproto | { readonly reason: string }>;
