import type { ConversationId, Json } from '../../core/ids.ts';
import type { Done } from '../../core/rules/decide-rules.ts';
import type { Because } from '../../core/rules/rule.ts';
import type { TimelineEvent } from '../../storage/timeline.ts';

type Detail = { readonly [key: string]: Json };

/** What a rule did, as the timeline tells it. A reply and a webhook are told where it is known what became of them. */
export function momentOf(
  { id, rule, effect }: Done & { readonly id: ConversationId },
  now: Date,
): readonly TimelineEvent[] {
  const tell = (kind: string, detail: Detail = {}) => [ruleMoment(id, rule, kind, detail, now)];
  switch (effect.kind) {
    case 'changed':
      return tell(effect.event.kind, effect.event.detail as Detail);
    case 'left':
      return tell('rule_could_not', { act: effect.act, why: effect.why });
    case 'rested':
      return tell('rule_rests', { until: effect.until.toISOString() });
    case 'reply':
    case 'hook':
      return [];
  }
}

/** One moment with the rule's name and what of its conditions held. */
export function ruleMoment(
  conversationId: ConversationId,
  rule: Because,
  kind: string,
  detail: Detail,
  now: Date,
): TimelineEvent {
  return {
    conversationId,
    at: now,
    actorKind: 'rule',
    actorId: null,
    kind,
    detail: { ...detail, rule: { id: rule.id, name: rule.name }, because: rule.conditions as unknown as Json },
  };
}
