import pg from 'pg';
import { ReadiedClient } from './readied-client.ts';

/**
 * Which way a list is read depends on what is looked for: a plan that was made for other values is not used, unless a
 * transaction says that it may be.
 */
const PLAN_BY_VALUES = 'set plan_cache_mode = force_custom_plan';

/** Connections to either database. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    Client: ReadiedClient,
    types: { getTypeParser },
    // Statements that do not wait for one another are sent at once.
    pipeline: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.query(PLAN_BY_VALUES).catch(() => undefined));
  return pool;
}

// bigint as number: our sequences stay far below 2^53.
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;
