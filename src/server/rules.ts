import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Right } from '../core/access/inbox-rights.ts';
import type { Thing } from '../core/access/no-such.ts';
import type { Act } from '../core/access/role.ts';
import { createGuard, type GuardDeps } from './access/guard.ts';
import type { Visitor } from './access/visitor.ts';

/**
 * Who may call a route. Written beside each one as `config: { rule: ... }`; the server does not start with a route
 * that has none.
 *
 *   config: { rule: { act: 'conversations.read' } }   a session or an API token that may do this
 *   config: { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'answer' } } }
 *                                                 and only where they have that right on the inbox of the thing that `:id` names
 *   config: { rule: 'signed_in' }                     anybody who is signed in, whatever their role
 *   config: { rule: 'public', because: '...' }        anybody; the reason is for whoever reads the route table
 */
export type Rule = { readonly act: Act; readonly on?: On } | 'signed_in' | 'public';

/** The thing that `:id` of the address names (another parameter when `param` says so), and the right that is needed on its inbox. */
export interface On {
  readonly a: Thing;
  readonly right: Right;
  readonly param?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: Rule;
    because?: string;
  }
  interface FastifyRequest {
    /** Who asks. Throws on a public route, where nobody was asked for their name. */
    readonly who: Visitor;
  }
}

/** One row of the route table, for the test that walks it. */
export interface RuledRoute {
  readonly method: string;
  readonly url: string;
  readonly rule: Rule;
  readonly because: string | undefined;
  readonly isWebSocket: boolean;
}

/**
 * Guards every route that is registered after this, in whatever scope: the guard is put into the route itself, so a
 * route outside of it cannot be made, and a public one pays nothing for it.
 */
export function enforceRules(app: FastifyInstance, deps: GuardDeps): readonly RuledRoute[] {
  const table: RuledRoute[] = [];
  const guard = createGuard(deps);
  app.decorateRequest('who', { getter: guard.visitorOf });
  app.addHook('onRoute', (route) => {
    const { rule, because } = readRule(route);
    for (const method of [route.method].flat())
      table.push({ method, url: route.url, rule, because, isWebSocket: isWebSocket(route) });
    const isHeadOfGet = [route.onRequest ?? []].flat().some((hook) => guard.made.has(hook));
    if (isHeadOfGet) return;
    route.onRequest = [guard.forRule(rule), ...[route.onRequest ?? []].flat()].filter((hook) => hook !== null);
  });
  return table;
}

function readRule(route: RouteOptions): { readonly rule: Rule; readonly because: string | undefined } {
  const { rule, because } = route.config ?? {};
  const name = `${[route.method].flat().join('|')} ${route.url}`;
  if (!rule) throw new Error(`${name} has no rule: say in its config who may call it (src/server/rules.ts).`);
  if (rule === 'public' && !because) throw new Error(`${name} is public but does not say why: add \`because\`.`);
  return { rule, because };
}

const isWebSocket = (route: RouteOptions): boolean => (route as { websocket?: boolean }).websocket === true;
