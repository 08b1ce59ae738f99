/** The folder of PostgreSQL's programs; null when there is none. */
export function findPostgres(): string | null;
/** A PostgreSQL of one's own on loopback, gone when it is stopped or when we die. Rejects with what to do in words. */
export function startPostgres(): Promise<{
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}>;
