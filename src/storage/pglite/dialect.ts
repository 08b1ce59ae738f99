import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Link } from './link.ts';

/**
 * The embedded database has one session. Kysely's own PGlite driver lets a statement from elsewhere slip
 * into an open transaction; here whoever holds the connection holds it alone, and the rest queue in order.
 */
export function pgliteDialect(link: Link): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(link),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createDriver(link: Link): Driver {
  let last: Promise<void> = Promise.resolve();
  const releases = new WeakMap<DatabaseConnection, () => void>();
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const before = last;
      let release = () => {};
      last = new Promise<void>((resolve) => {
        release = resolve;
      });
      await before;
      const connection = createConnection(link);
      releases.set(connection, release);
      return connection;
    },
    beginTransaction: async () => void (await link.query('begin', [])),
    commitTransaction: async () => void (await link.query('commit', [])),
    rollbackTransaction: async () => void (await link.query('rollback', [])),
    savepoint: async (_, name) => void (await link.query(`savepoint "${name}"`, [])),
    rollbackToSavepoint: async (_, name) => void (await link.query(`rollback to savepoint "${name}"`, [])),
    releaseSavepoint: async (_, name) => void (await link.query(`release savepoint "${name}"`, [])),
    releaseConnection: async (connection) => releases.get(connection)?.(),
    destroy: async () => undefined,
  };
}

function createConnection(link: Link): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const { rows, affected } = await link.query(query.sql, query.parameters);
      return { rows: rows as Row[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
    },
    streamQuery: () => {
      throw new Error('The embedded database does not stream.');
    },
  };
}
