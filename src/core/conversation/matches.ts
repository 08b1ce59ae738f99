import type { Reach } from '../channel/event.ts';
import { foldName } from '../text/fold-name.ts';
import { says } from '../text/says.ts';
import { SENTIMENTS } from '../understanding/understood.ts';
import type { AboutNumber, AboutState, AboutValue, Condition, Filter } from './filter.ts';
import type { Listed } from './view.ts';

/** What a filter looks at. Times are ISO 8601 in UTC with milliseconds. */
export interface Facts extends Listed {
  readonly channel: string;
  readonly reach: Reach;
  readonly language: string | null;
  readonly labelIds: readonly string[];
  readonly teamId: string | null;
  readonly openedBy: string | null;
  readonly followers: number | null;
  readonly messageCount: number;
  readonly createdAt: string;
  readonly answeredElsewhereAt: string | null;
  /** When the next of its clocks is over. */
  readonly dueAt?: string | null;
  readonly isBlocked: boolean;
  readonly isMuted: boolean;
  readonly isVip: boolean;
  /** Far more people than usual complain of the same. */
  readonly isKnownProblem: boolean;
  readonly sentiment: -1 | 0 | 1 | null;
  readonly kind: string | null;
  readonly topic: string | null;
  readonly urgency: 0 | 1 | 2 | null;
  /** Of the inbox: `support`, `news`, … */
  readonly purpose: string;
  readonly hasOpenTask: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The person's name and handles. */
  readonly names: readonly string[];
  /** Everything said in it, message by message, folded for search. */
  readonly said: readonly string[];
}

/**
 * Whether a conversation fits a filter in which `me` and `mine` are resolved. Storage asks the same in SQL; a test
 * holds the two together.
 */
export function matches({ match, conditions }: Filter, facts: Facts, now: Date): boolean {
  const fits = (condition: Condition) => conditionHolds(condition, facts, now);
  return conditions.length === 0 || (match === 'all' ? conditions.every(fits) : conditions.some(fits));
}

/** The same for one condition alone. */
export function conditionHolds(condition: Condition, facts: Facts, now: Date): boolean {
  switch (condition.about) {
    case 'text':
      return facts.said.some((words) => says(words, condition.value)) === (condition.is === 'contains');
    case 'contact': {
      const sought = foldName(condition.value);
      return facts.names.some((name) => foldName(name).includes(sought)) === (condition.is === 'contains');
    }
    case 'field':
      return fieldHolds(condition, facts.fields[condition.fieldId] ?? null);
    default:
      if ('values' in condition) {
        const { values } = condition;
        return valuesOf(condition.about, facts).some((value) => values.includes(value)) === (condition.is === 'one_of');
      }
      if ('value' in condition) {
        const number = numberOf(condition.about, facts, now);
        if (number === null) return false;
        return condition.is === 'at_least' ? number >= condition.value : number <= condition.value;
      }
      return isSo(condition.about, facts, now) === (condition.is === 'yes');
  }
}

/** Nothing is `none`: nobody, no team, no label. */
function valuesOf(about: AboutValue, facts: Facts): readonly string[] {
  const one = (value: string | null) => [value ?? 'none'];
  switch (about) {
    case 'inbox':
      return [facts.inboxId];
    case 'channel':
      return [facts.channel];
    case 'reach':
      return [facts.reach];
    case 'attention':
      return one(facts.attention);
    case 'resolution':
      return [facts.resolution];
    case 'language':
      return one(facts.language);
    case 'label':
      return facts.labelIds.length > 0 ? facts.labelIds : ['none'];
    case 'team':
      return one(facts.teamId);
    case 'assignee':
      return one(facts.assigneeId);
    case 'opened_by':
      return one(facts.openedBy);
    case 'sentiment':
      return one(facts.sentiment === null ? null : (SENTIMENTS[facts.sentiment + 1] ?? null));
    case 'kind':
      return one(facts.kind);
    case 'topic':
      return one(facts.topic);
    case 'urgency':
      return one(facts.urgency === null ? null : String(facts.urgency));
    case 'purpose':
      return [facts.purpose];
  }
}

function numberOf(about: AboutNumber, facts: Facts, now: Date): number | null {
  const minutesSince = (at: string | null) => (at === null ? null : (now.getTime() - Date.parse(at)) / 60_000);
  switch (about) {
    case 'priority':
      return facts.priority;
    case 'followers':
      return facts.followers;
    case 'messages':
      return facts.messageCount;
    case 'waiting_minutes':
      return facts.attention === 'needs_answer' ? minutesSince(facts.waitingSince) : null;
    case 'quiet_minutes':
      return minutesSince(facts.lastMessageAt);
    case 'due_minutes': {
      const over = minutesSince(facts.dueAt ?? null);
      return over === null ? null : -over;
    }
    case 'age_minutes':
      return minutesSince(facts.createdAt);
  }
}

function isSo(about: AboutState, facts: Facts, now: Date): boolean {
  switch (about) {
    case 'snoozed':
      return facts.snoozedUntil !== null;
    case 'promised':
      return facts.promisedFor !== null;
    case 'overdue_promise':
      return facts.promisedFor !== null && facts.promisedFor < now.toISOString();
    case 'breached':
      return facts.dueAt != null && facts.dueAt < now.toISOString();
    case 'opened':
      return facts.openedAt !== null;
    case 'answered_elsewhere':
      return facts.answeredElsewhereAt !== null;
    case 'blocked':
      return facts.isBlocked;
    case 'muted':
      return facts.isMuted;
    case 'open_task':
      return facts.hasOpenTask;
    case 'merged':
      return facts.mergedIntoId !== null;
    case 'vip':
      return facts.isVip;
    case 'known_problem':
      return facts.isKnownProblem;
  }
}

function fieldHolds({ is, values }: Extract<Condition, { about: 'field' }>, value: unknown): boolean {
  const text = value === null ? null : String(value);
  const isOneOf = text !== null && values.some((wanted) => String(wanted) === text);
  const [limit] = values;
  switch (is) {
    case 'set':
      return text !== null;
    case 'unset':
      return text === null;
    case 'one_of':
      return isOneOf;
    case 'none_of':
      return !isOneOf;
    case 'contains':
      return text !== null && values.some((wanted) => foldName(text).includes(foldName(String(wanted))));
    case 'at_least':
    case 'at_most': {
      if (text === null || limit === undefined) return false;
      // A date is compared with a date, as text; a number with a number, and neither with the other.
      if (typeof limit === 'number' ? typeof value !== 'number' : typeof value !== 'string') return false;
      const [is_, than] = typeof limit === 'number' ? [Number(value), limit] : [text, limit];
      return is === 'at_least' ? is_ >= than : is_ <= than;
    }
  }
}
