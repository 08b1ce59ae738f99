import pg from 'pg';
import { createReadied } from './readied.ts';

/** A statement gives other columns than when it was made ready: a newer version changed the tables meanwhile. */
const CHANGED = '0A000';
type Query = (text: unknown, values?: unknown, done?: unknown) => Promise<unknown>;

const readied = createReadied();

/** A connection that keeps ready what is asked often. */
export class ReadiedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const plainly = this.query.bind(this) as Query;
    const query: Query = async (text, values, done) => {
      // Kysely asks in this form alone.
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? readied.nameOf(text) : null;
      if (name === null) return plainly(text, values, done);
      try {
        return await plainly({ name, text, values });
      } catch (error) {
        if ((error as { code?: unknown }).code === CHANGED) readied.forget(text as string);
        throw error;
      }
    };
    this.query = query as pg.Client['query'];
  }
}
