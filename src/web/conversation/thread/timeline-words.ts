import { NEEDS } from '../../../core/listening/needs.ts';
import type { TimelineEvent } from '../../../wire/conversations.ts';
import { needWords } from '../../listen/need-words.ts';
import { t, tryText, type Values } from '../../text/t.ts';
import { momentWords } from '../../time/words.ts';
import { labelWords } from '../message/label-words.ts';

/** Another conversation, as the event remembers it. */
export interface Title {
  readonly id: string;
  readonly name: string;
}

/**
 * An event as a sentence: who did what, and why where a reason is known. A kind that the catalogue does not know
 * is still told, by its own name.
 * @param nameOf an agent's name by id, or null
 */
export function timelineWords(event: TimelineEvent, nameOf: (agentId: string) => string | null, now: number): string {
  const { detail } = event;
  const who = event.actorName ?? ruleName(detail.rule) ?? t(`actor.${event.actorKind}`);
  const to = text(detail.to);
  const moment = text(detail.until ?? detail.for);
  const others = titles(event);
  const values: Values = {
    who,
    to: to === null ? '' : (text(detail.toName) ?? nameOf(to) ?? t('actor.someone')),
    from: text(detail.fromName ?? detail.from) ?? '',
    until: moment === null ? '' : momentWords(moment, now),
    by: text(detail.by ?? detail.model) ?? '',
    clock: text(detail.clock) ?? '',
    count: typeof detail.messages === 'number' ? detail.messages : 1,
    added: names(detail.added).join(', '),
    removed: names(detail.removed).join(', '),
    others: others.map(({ name }) => name).join(', '),
    what: text(detail.text ?? detail.words) ?? '',
    number: text(detail.number) ?? '',
    team: text(detail.name) ?? '',
    renamed: to ?? '',
    fields: filled(detail.fields),
    rules: names(detail.rules).join(', '),
    words: [...names(detail.words), ...needs(detail.needs)].join(', '),
    is: opinions(detail).join(', '),
    hook: text(detail.hook) ?? '',
    points: typeof detail.points === 'number' ? detail.points : 0,
    undone: list(detail.what)
      .flatMap((column) => tryText(`undone.${String(column)}`) ?? [])
      .join(', '),
  };
  const said = tryText(`event.${variant(event, values, nameOf)}`, values) ?? tryText(`event.${event.kind}`, values);
  const sentence = said ?? t('event.other', { who, kind: event.kind.replaceAll('_', ' ') });
  const why = text(
    detail.reason ??
      detail.detail ??
      (event.kind === 'rule_could_not' ? detail.why : event.kind.startsWith('clock_') ? detail.policy : null),
  );
  return why === null ? sentence : `${sentence} · ${why}`;
}

/** The conversations that an event is also about. */
export function titles({ detail }: TimelineEvent): Title[] {
  return [detail.from, detail.into, detail.with]
    .flatMap((one) => (Array.isArray(one) ? one : [one]))
    .flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null) return [];
      const { id, subject, contactName } = one as Record<string, unknown>;
      const name = [text(contactName), text(subject)].filter((part) => part !== null).join(', ');
      return typeof id === 'string' ? [{ id, name: name || t('event.aConversation') }] : [];
    });
}

/** "The rule “Angry”". */
function ruleName(rule: unknown): string | null {
  const name = typeof rule === 'object' && rule !== null && 'name' in rule ? text(rule.name) : null;
  return name === null ? null : t('actor.ruleNamed', { name });
}

function variant(event: TimelineEvent, values: Values, nameOf: (agentId: string) => string | null): string {
  if (event.kind === 'assigned') {
    const to = text(event.detail.to);
    if (to === null) return 'unassigned';
    const why = event.actorKind === 'rule' ? text(event.detail.why) : null;
    if (why !== null && tryText(`event.routed_${why}`) !== null) return `routed_${why}`;
    return event.actorName !== null && (nameOf(to) ?? values.to) === event.actorName ? 'taken' : 'assigned';
  }
  if (event.kind === 'labelled') return !values.removed ? 'labelled' : !values.added ? 'unlabelled' : 'relabelled';
  if (event.kind === 'promised' && values.what) return 'promised_words';
  if (event.kind === 'undone' && values.undone) return 'undone_what';
  return event.kind;
}

/** What a message is said to be, by a person or by several opinions of a model. */
function opinions(detail: TimelineEvent['detail']): string[] {
  return [detail, ...list(detail.changed)].flatMap((one) => {
    const { head, is } = Object(one) as Record<string, unknown>;
    return text(is) === null ? [] : [labelWords(String(head), String(is))];
  });
}

/** What listening understood it as, beside words: "complaint (81 %)". */
const needs = (value: unknown): string[] =>
  list(value).flatMap((one) => {
    const { is, p } = Object(one) as Record<string, unknown>;
    const need = NEEDS.find((known) => known === is);
    return need && typeof p === 'number' ? [needWords({ is: need, p })] : [];
  });

const names = (value: unknown): string[] =>
  list(value).flatMap((one) => text(typeof one === 'object' && one !== null && 'name' in one ? one.name : one) ?? []);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** "Order: LO-77, Size: none". */
function filled(value: unknown): string {
  return list(value)
    .flatMap((one) => {
      if (typeof one !== 'object' || one === null || !('name' in one)) return [];
      const to = 'to' in one ? one.to : null;
      const words =
        typeof to === 'boolean' ? t(to ? 'field.yes' : 'field.no') : to === null ? t('field.unset') : String(to);
      return [`${String(one.name)}: ${words}`];
    })
    .join(', ');
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
