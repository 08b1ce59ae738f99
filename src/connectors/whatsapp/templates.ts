import { z } from 'zod';
import type { Template } from '../../core/channel/template.ts';
import type { Graph } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { text } from '../shared/shapes.ts';
import { asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';
import { Component, readParts } from './template-parts.ts';

const Listed = z.object({
  name: text,
  language: text,
  status: z.string(),
  category: z.string().catch(''),
  /** Null: one of them cannot be read, so nobody knows what the template says. */
  components: z.array(Component).nullable().catch(null),
});

/** 6,000 templates are the most that an account may have. Source: Meta, "Template fundamentals" of 5 May 2026. */
const MAX_PAGES = 60;

/** Every template of the account; those that cannot be sent from here say why. */
export async function listTemplates(graph: Graph, credentials: WhatsAppCredentials): Promise<readonly Template[]> {
  const listed = await walk(graph, asBusiness(credentials), {
    path: `${credentials.wabaId}/message_templates`,
    query: { fields: 'name,language,status,category,components', limit: '100' },
    item: Listed,
    maxPages: MAX_PAGES,
  });
  if (listed.kind === 'failed') return nothingOr(listed.answer) ?? [];
  return listed.items.map(toTemplate);
}

function toTemplate({ name, language, status, category, components }: z.infer<typeof Listed>): Template {
  const { words, variables, closedBecause } = readParts(components ?? []);
  return {
    name,
    language,
    category,
    text: words,
    variables,
    closedBecause: whyNotNow(status) ?? whyNotThis(category) ?? (components ? closedBecause : UNREADABLE),
  };
}

const UNREADABLE = 'Meta describes this template in a way that we do not understand.';
const STATES: Readonly<Record<string, string>> = {
  PENDING: 'Meta has not approved this template yet.',
  IN_APPEAL: 'Meta refused this template, and an appeal is under way.',
  REJECTED: 'Meta refused this template.',
  PAUSED: 'Meta has paused this template, because people did not like it.',
  DISABLED: 'Meta has switched this template off.',
  PENDING_DELETION: 'This template is being deleted.',
  DELETED: 'This template was deleted.',
  LIMIT_EXCEEDED: 'The account has too many templates for this one.',
  ARCHIVED: 'This template is in the archive.',
};
function whyNotNow(status: string): string | null {
  const state = status.toUpperCase();
  if (state === 'APPROVED') return null;
  return (
    (Object.hasOwn(STATES, state) ? STATES[state] : undefined) ??
    `Meta says that this template is "${status.slice(0, 40)}".`
  );
}

const whyNotThis = (category: string): string | null =>
  category.toUpperCase() === 'AUTHENTICATION'
    ? 'This template carries codes for signing in, which a desk does not make.'
    : null;
