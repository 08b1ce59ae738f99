import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { requireRight } from '../../actions/require-right.ts';
import { noSuch } from '../../core/access/no-such.ts';
import type { Act } from '../../core/access/role.ts';
import { CareError } from '../../core/errors.ts';
import type { Database } from '../../storage/database.ts';
import type { On, Rule } from '../rules.ts';
import { identify } from './identify.ts';
import { refuseForeignPages } from './same-origin.ts';
import { admit, type Visitor, visitorOf } from './visitor.ts';

export interface GuardDeps {
  readonly db: Database;
  /** The address people type, e.g. `https://care.example.com`; null when none was configured. */
  readonly publicUrl: string | null;
  readonly now: () => Date;
}

/** Decides before anything of a request is read: who is it, and may they. */
export function createGuard(deps: GuardDeps) {
  const made = new WeakSet<object>();
  const ownOrigin = deps.publicUrl ? new URL(deps.publicUrl).origin : null;

  return {
    made,
    visitorOf(this: FastifyRequest): Visitor {
      const visitor = visitorOf(this);
      if (!visitor) throw new Error('This route is public: it does not know who asks.');
      return visitor;
    },
    forRule(rule: Rule): onRequestAsyncHookHandler | null {
      if (rule === 'public') return null;
      const act = rule === 'signed_in' ? null : rule.act;
      const on = rule === 'signed_in' ? undefined : rule.on;
      const hook: onRequestAsyncHookHandler = async (request) => {
        const visitor = await identify(deps.db, request, deps.now());
        if (!visitor) throw new CareError('unauthenticated', 'sign_in_first', 'Sign in first.');
        if (visitor.via.kind === 'session') refuseForeignPages(request, ownOrigin);
        if (visitor.mustAddSecondFactor) refuseAllButAddingOne(request);
        if (act && !visitor.acts.includes(act)) throw notAllowed(visitor, act);
        if (on && visitor.inboxes !== null) await refuseElsewhere(deps.db, visitor, request, on);
        admit(request, visitor);
      };
      made.add(hook);
      return hook;
    },
  };
}

/** An id that is none is not there either: nothing goes past this that was not looked at. */
async function refuseElsewhere(db: Database, visitor: Visitor, request: FastifyRequest, on: On): Promise<void> {
  const id = (request.params as Readonly<Record<string, string | undefined>>)[on.param ?? 'id'] ?? '';
  if (!UUID.test(id)) throw noSuch(on.a);
  await requireRight(db.read, visitor, on.a, [id], on.right);
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who has to add a second factor may look at themselves, add one, or leave. */
function refuseAllButAddingOne({ routeOptions: { url = '', method } }: FastifyRequest): void {
  if (url === '/api/me' || url.startsWith('/api/me/') || url === '/api/password-strength') return;
  if (url === '/api/session' && method === 'DELETE') return;
  const words = 'This workspace wants a second factor of everybody. Add an authenticator app or a passkey first.';
  throw new CareError('forbidden', 'second_factor_needed', words);
}

function notAllowed(visitor: Visitor, act: Act): CareError {
  const words =
    visitor.via.kind === 'token'
      ? `This API token does not have the scope ${act}.`
      : 'Your role does not allow this. An owner or an admin can change it.';
  return new CareError('forbidden', 'not_allowed', words, { act });
}
