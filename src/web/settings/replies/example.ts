import type { Me } from '../../../wire/people.ts';
import { t } from '../../text/t.ts';

/** What a variable might say, for the preview; our own side of it is as it really is. */
export function exampleOf(name: string, me: Me): string {
  const agent = me.agent?.name ?? '';
  const known: Readonly<Record<string, string>> = {
    'contact.first_name': t('example.firstName'),
    'contact.name': t('example.name'),
    'agent.first_name': agent.split(' ')[0] ?? agent,
    'agent.name': agent,
    'workspace.name': me.workspace.name,
    'inbox.name': me.workspace.name,
    'inbox.brand': me.workspace.name,
    'conversation.subject': t('example.subject'),
  };
  return known[name] || `[${name}]`;
}
