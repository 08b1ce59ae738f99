import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { BYTEA, parseBytes, serializeBytes } from './bytes.ts';

/** What the thread and the main thread say to each other. */
export type Ask =
  | { readonly kind: 'query'; readonly id: number; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'script'; readonly id: number; readonly text: string }
  | { readonly kind: 'listen'; readonly id: number; readonly topic: string }
  | { readonly kind: 'close'; readonly id: number };
export type Told =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'rows';
      readonly id: number;
      readonly rows: readonly unknown[];
      readonly affected: number | undefined;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: FailedQuery }
  | { readonly kind: 'heard'; readonly topic: string; readonly payload: string };
export interface FailedQuery {
  readonly message: string;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly detail: string | undefined;
}

/** PostgreSQL's own default of 128 MB is touched whole at the start, and the operating system keeps the same pages a second time. */
const SHARED_BUFFERS = '64MB';

/** Opens the embedded PostgreSQL. `folder` null: in memory, for tests; `dump`: begun from one instead of from nothing. */
export async function openEngine(folder: string | null, dump?: Blob): Promise<PGlite> {
  if (folder) mkdirSync(dirname(folder), { recursive: true });
  const engine = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(dump ? { loadDataDir: dump } : {}),
    parsers: { [BYTEA]: parseBytes },
    serializers: { [BYTEA]: serializeBytes },
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
  await engine.exec(`set time zone 'UTC'`);
  return engine;
}

export async function answer(engine: PGlite, ask: Ask, tell: (told: Told) => void): Promise<void> {
  try {
    if (ask.kind === 'query') {
      const result = await engine.query(ask.text, [...ask.parameters]);
      tell({ kind: 'rows', id: ask.id, rows: result.rows, affected: result.affectedRows });
      return;
    }
    if (ask.kind === 'script') await engine.exec(ask.text);
    else if (ask.kind === 'listen')
      await engine.listen(ask.topic, (payload) => tell({ kind: 'heard', topic: ask.topic, payload }));
    else await engine.close();
    tell({ kind: 'rows', id: ask.id, rows: [], affected: undefined });
  } catch (error) {
    const { message, code, constraint, detail } = error as Partial<FailedQuery>;
    tell({ kind: 'failed', id: ask.id, error: { message: message ?? String(error), code, constraint, detail } });
  }
}
