import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../wire/common.ts';
import type { Rule } from './rules.ts';

const PROBLEM = {
  description: 'A refusal: `code` is stable, `message` is for people',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Collects every route that is registered afterwards. What a route may be called by is read from its rule. */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Earshot',
        version: '1',
        description:
          'Everything that the desk does goes through this API. Call it with an API token: `Authorization: Bearer TOKEN`.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'earshot' },
        },
      },
    },
    hideUntagged: false,
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document);
      const rule = document.route.config?.rule;
      return { schema: { ...schema, ...securityOf(rule) }, url };
    },
  });

  app.get(
    '/openapi.json',
    { config: { rule: 'public', because: 'a description of the API, the same for everybody' }, schema: { hide: true } },
    async (_request, reply) =>
      reply.type('application/json').send(JSON.stringify(withProblems(app.swagger() as Described))),
  );
}

function securityOf(rule: Rule | undefined): {
  security: readonly Record<string, readonly string[]>[];
  description?: string;
} {
  if (rule === undefined || rule === 'public') return { security: [] };
  const scopes = rule === 'signed_in' ? [] : [rule.act];
  return {
    security: [{ token: scopes }, { session: [] }],
    ...(rule === 'signed_in' ? {} : { description: needsOf(rule) }),
  };
}

function needsOf({ act, on }: Exclude<Rule, string>): string {
  const where = on ? ` and, on the inbox that it lies in, the right \`${on.right}\`` : '';
  return `Needs \`${act}\`${where}.`;
}

interface Described {
  readonly paths?: Readonly<Record<string, object>> | undefined;
  readonly components?: { readonly schemas?: object };
}

/** Every operation can be refused, and always in the same shape. */
function withProblems(api: Described): Described {
  const paths = mapValues(api.paths ?? {}, (operations: object) =>
    mapValues(operations, (operation: { readonly responses?: object }) => ({
      ...operation,
      responses: { ...operation.responses, default: PROBLEM },
    })),
  );
  const schemas = { ...api.components?.schemas, Problem: z.toJSONSchema(Problem) };
  return { ...api, paths, components: { ...api.components, schemas } };
}

function mapValues<Before, After>(record: object, change: (value: Before) => After): Record<string, After> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
