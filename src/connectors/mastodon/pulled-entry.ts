/** Present on entries that were fetched from the past when the inbox was connected. */
export const HISTORY_HEADER = 'earshot-history';

export interface PulledEntry {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One thing that was read, as the ledger keeps it. */
export function pulledEntry(body: object, isHistory: boolean): PulledEntry {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (isHistory) headers[HISTORY_HEADER] = 'true';
  return { headers, body: new TextEncoder().encode(JSON.stringify(body)) };
}
