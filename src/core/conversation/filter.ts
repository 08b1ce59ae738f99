/** What can be asked about a conversation; the wire's `Condition` is the same. */
export type Condition =
  | { readonly about: AboutValue; readonly is: 'one_of' | 'none_of'; readonly values: readonly string[] }
  | { readonly about: AboutNumber; readonly is: 'at_least' | 'at_most'; readonly value: number }
  | { readonly about: 'text' | 'contact'; readonly is: 'contains' | 'lacks'; readonly value: string }
  | { readonly about: AboutState; readonly is: 'yes' | 'no' }
  | {
      readonly about: 'field';
      readonly fieldId: string;
      readonly is: 'one_of' | 'none_of' | 'contains' | 'at_least' | 'at_most' | 'set' | 'unset';
      readonly values: readonly (string | number)[];
    };
export type AboutValue =
  | 'inbox'
  | 'channel'
  | 'reach'
  | 'attention'
  | 'resolution'
  | 'language'
  | 'label'
  | 'team'
  | 'assignee'
  | 'opened_by';
export type AboutNumber = 'priority' | 'followers' | 'messages' | 'waiting_minutes' | 'quiet_minutes' | 'age_minutes';
export type AboutState =
  | 'snoozed'
  | 'promised'
  | 'overdue_promise'
  | 'opened'
  | 'answered_elsewhere'
  | 'blocked'
  | 'muted'
  | 'open_task'
  | 'merged';

export interface Filter {
  readonly match: 'all' | 'any';
  /** None: everything. */
  readonly conditions: readonly Condition[];
}
export const SORTS = ['priority', 'waiting', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** Who is meant by `me` and `mine`. */
export interface Asker {
  /** Null: an API token, nothing is its own. */
  readonly agentId: string | null;
  readonly teamIds: readonly string[];
}

/** The word by which a condition means whoever asks; null: it means nobody in particular. */
function personalWord(condition: Condition): 'me' | 'mine' | null {
  if (!('values' in condition)) return null;
  const word = condition.about === 'team' ? 'mine' : 'me';
  const isAboutPeople = ['team', 'assignee', 'opened_by'].includes(condition.about);
  return isAboutPeople && condition.values.some((value) => value === word) ? word : null;
}

/** Whether two people may see different things through it. */
export function asksForMe({ conditions }: Filter): boolean {
  return conditions.some((condition) => personalWord(condition) !== null);
}

/** The filter with people and teams in place of `me` and `mine`: two that come out equal hold the same conversations. */
export function resolveFilter(filter: Filter, { agentId, teamIds }: Asker): Filter {
  return {
    match: filter.match,
    conditions: filter.conditions.map((condition) => {
      const word = personalWord(condition);
      if (!word || !('values' in condition)) return condition;
      const meant = word === 'mine' ? [...teamIds].sort() : agentId === null ? [] : [agentId];
      const values = condition.values.flatMap((value) => (value === word ? meant : [String(value)]));
      return { about: condition.about, is: condition.is, values } as Condition;
    }),
  };
}

/** Whether what it holds changes by the mere passing of time. */
export function dependsOnTime({ conditions }: Filter): boolean {
  return conditions.some(({ about }) => about.endsWith('_minutes') || about === 'overdue_promise');
}
