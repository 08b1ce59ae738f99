import type { Json } from '../ids.ts';
import { firstName } from './first-name.ts';

/** What a saved reply may speak of, apart from fields of the workspace's own. */
export const VARIABLES = [
  { name: 'contact.first_name', meaning: 'What the person is called by' },
  { name: 'contact.name', meaning: 'Their whole name' },
  { name: 'agent.first_name', meaning: 'Your first name' },
  { name: 'agent.name', meaning: 'Your name' },
  { name: 'workspace.name', meaning: 'The name of this workspace' },
  { name: 'inbox.name', meaning: 'The account that they wrote to' },
  { name: 'inbox.brand', meaning: 'The brand of that account' },
  { name: 'conversation.subject', meaning: 'What the conversation is about' },
] as const;

/** A field of the workspace's own. */
export interface NamedField {
  readonly id: string;
  readonly about: 'conversation' | 'contact';
  readonly name: string;
}

export interface Circumstances {
  readonly contactName: string;
  readonly agentName: string | null;
  readonly workspaceName: string;
  readonly inboxName: string;
  readonly brand: string | null;
  readonly subject: string | null;
  readonly language: string | null;
  readonly fields: { readonly [id: string]: Json };
  readonly contactFields: { readonly [id: string]: Json };
}

/** What is known in a conversation, by the names of variables. A field is called by its name, of the conversation before the person's. */
export function knownVariables(at: Circumstances, fields: readonly NamedField[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const put = (name: string, value: string | null) => value?.trim() && known.set(name, value.trim());
  for (const about of ['contact', 'conversation'] as const)
    for (const field of fields.filter((one) => one.about === about)) {
      const value = wordsOf((about === 'contact' ? at.contactFields : at.fields)[field.id]);
      put(field.name, value);
      put(`field.${field.name}`, value);
      put(`${about}.${field.name}`, value);
    }
  put('contact.name', /^[@\d]/.test(at.contactName) ? null : at.contactName);
  put('contact.first_name', firstName(at.contactName, at.language));
  put('agent.name', at.agentName);
  put('agent.first_name', at.agentName && firstName(at.agentName, null));
  put('workspace.name', at.workspaceName);
  put('inbox.name', at.inboxName);
  put('inbox.brand', at.brand);
  put('conversation.subject', at.subject);
  return known;
}

function wordsOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}
