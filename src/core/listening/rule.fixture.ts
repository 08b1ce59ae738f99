import type { InboxId } from '../ids.ts';
import { FORMS, type ListeningBody, type ListeningRule } from './listening-rule.ts';

/** The account that overhears. */
export const INBOX = '00000000-0000-7000-8000-000000000001' as InboxId;

/** One whole rule, as a team lead would write it down who wants a brand and nothing beside it. */
export const bodyOf = (over: Partial<ListeningBody> = {}): ListeningBody => ({
  name: 'Kettle',
  boardId: 'board',
  brand: ['Kettle Co'],
  forms: FORMS,
  care: 'anything',
  triggers: {},
  without: [],
  languages: [],
  sources: [],
  becomes: 'board',
  ...over,
});

export const ruleOf = (over: Partial<ListeningRule> = {}): ListeningRule => ({
  id: 'rule',
  boardKind: 'own',
  ...bodyOf(over),
  ...over,
});
