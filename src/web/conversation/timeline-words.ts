import type { TimelineEvent } from '../../wire/conversations.ts';
import { t, tryText, type Values } from '../text/t.ts';
import { momentWords } from '../time/words.ts';

/**
 * An event as a sentence: who did what, and why where a reason is known. A kind that the catalogue does not know
 * is still told, by its own name.
 * @param nameOf an agent's name by id, or null
 */
export function timelineWords(event: TimelineEvent, nameOf: (agentId: string) => string | null, now: number): string {
  const { detail } = event;
  const who = event.actorName ?? t(`actor.${event.actorKind}`);
  const to = text(detail.to ?? detail.agentId ?? detail.assigneeId);
  const until = text(detail.until);
  const values: Values = {
    who,
    to: to === null ? '' : (text(detail.toName ?? detail.name) ?? nameOf(to) ?? t('actor.someone')),
    until: until === null ? '' : momentWords(until, now),
    act: text(detail.act ?? detail.kind) ?? '',
    by: event.actorKind,
    count: number(detail.count) ?? 1,
  };
  const said = tryText(`event.${variant(event, to, nameOf)}`, values) ?? tryText(`event.${event.kind}`, values);
  const sentence = said ?? t('event.other', { who, kind: event.kind.replaceAll('_', ' ') });
  const why = text(detail.reason ?? detail.why ?? detail.detail);
  return why === null ? sentence : `${sentence} · ${why}`;
}

function variant(event: TimelineEvent, to: string | null, nameOf: (agentId: string) => string | null): string {
  if (event.kind !== 'assigned') return event.kind;
  if (to === null) return 'unassigned';
  return event.actorName !== null && nameOf(to) === event.actorName ? 'taken' : 'assigned';
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
