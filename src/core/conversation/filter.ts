/** Everything that can be asked about a conversation, in the order in which people ask it. */
export const ABOUT_VALUE = [
  'assignee',
  'team',
  'label',
  'inbox',
  'channel',
  'reach',
  'attention',
  'resolution',
  'language',
  'opened_by',
  'sentiment',
  'kind',
  'topic',
  'urgency',
  'purpose',
] as const;
export const ABOUT_NUMBER = [
  'waiting_minutes',
  'priority',
  'followers',
  'messages',
  'quiet_minutes',
  'age_minutes',
  'due_minutes',
] as const;
export const ABOUT_STATE = [
  'opened',
  'snoozed',
  'promised',
  'overdue_promise',
  'breached',
  'open_task',
  'answered_elsewhere',
  'blocked',
  'muted',
  'merged',
  'vip',
  'known_problem',
] as const;
export const ABOUT_TEXT = ['text', 'contact'] as const;
export type AboutValue = (typeof ABOUT_VALUE)[number];
export type AboutNumber = (typeof ABOUT_NUMBER)[number];
export type AboutState = (typeof ABOUT_STATE)[number];
type AboutText = (typeof ABOUT_TEXT)[number];
/** In which ways a field of one's own can be asked about. */
export const FIELD_IS = ['one_of', 'none_of', 'contains', 'at_least', 'at_most', 'set', 'unset'] as const;

/** What is asked; the wire's `Condition` is the same. */
export type Condition =
  | { readonly about: AboutValue; readonly is: 'one_of' | 'none_of'; readonly values: readonly string[] }
  | { readonly about: AboutNumber; readonly is: 'at_least' | 'at_most'; readonly value: number }
  | { readonly about: AboutText; readonly is: 'contains' | 'lacks'; readonly value: string }
  | { readonly about: AboutState; readonly is: 'yes' | 'no' }
  | {
      readonly about: 'field';
      readonly fieldId: string;
      readonly is: (typeof FIELD_IS)[number];
      readonly values: readonly (string | number)[];
    };

export interface Filter {
  readonly match: 'all' | 'any';
  /** None: everything. */
  readonly conditions: readonly Condition[];
}
/** What one filter may ask. */
export const MOST_CONDITIONS = 20;
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
  return conditions.some(
    ({ about }) => about.endsWith('_minutes') || about === 'overdue_promise' || about === 'breached',
  );
}
