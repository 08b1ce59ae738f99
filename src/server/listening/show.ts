import type { Connectors } from '../../connectors/registry.ts';
import { hasRight, type InboxRights } from '../../core/access/inbox-rights.ts';
import type { Act } from '../../core/access/role.ts';
import type { AskedFor } from '../../core/channel/allowance.ts';
import type { OutgoingKind } from '../../core/channel/outgoing.ts';
import type { InboxRow } from '../../storage/inboxes.ts';
import type { ListedBoard } from '../../storage/listening/boards.ts';
import type { HitRow } from '../../storage/listening/hits.ts';
import type { ListedListeningRule } from '../../storage/listening/listening-rules.ts';
import type { SpikeRow } from '../../storage/listening/spikes.ts';
import type { Board, Hit, ListeningRule, Spike } from '../../wire/listening.ts';

/** What decides whether a hit can be acted on, by whoever asks. */
export interface Seen {
  readonly connectors: Connectors;
  readonly inboxes: ReadonlyMap<string, Pick<InboxRow, 'name' | 'settings'>>;
  readonly rights: InboxRights;
  readonly acts: readonly Act[];
}

export function showHit(hit: HitRow, seen: Seen): Hit {
  const like = whyNot(hit, 'like', seen);
  const answer = whyNot(hit, 'reply', seen);
  return {
    id: hit.id,
    channel: hit.channel,
    inboxId: hit.inboxId,
    author: { ...hit.author },
    text: hit.text,
    media: hit.media,
    permalink: webAddress(hit.permalink),
    saidAt: hit.saidAt.toISOString(),
    language: hit.language,
    sentiment: hit.sentiment,
    urgency: hit.urgency,
    because: hit.because.map((word) => ({ ...word })),
    needs: hit.needs.map((need) => ({ ...need })),
    rules: hit.rules.map((rule) => ({ ...rule })),
    alike: hit.alike,
    state: hit.state,
    reason: hit.reason,
    judgedBy: hit.judgedBy,
    judgedAt: hit.judgedAt?.toISOString() ?? null,
    conversationId: hit.conversationId,
    canLike: like === null,
    canAnswer: answer === null,
    whyNot: answer,
  };
}

/** In words for whoever would do it. Null: it can be done. */
function whyNot(hit: HitRow, kind: Extract<OutgoingKind, 'like' | 'reply'>, seen: Seen): string | null {
  const inbox = seen.inboxes.get(hit.inboxId);
  const connector = seen.connectors.get(hit.channel);
  if (hit.state === 'gone') return 'It was deleted on its network.';
  if (!inbox || !connector) return 'The account that found it is not connected any more.';
  if (!seen.acts.includes('messages.send')) return 'Your role may not write or act on the networks.';
  if (!hasRight(seen.rights, hit.inboxId, kind === 'like' ? 'act' : 'answer'))
    return 'You may not do this in the inbox that found it.';
  const { acts, lacks } = connector.capabilities;
  const capability = acts[kind];
  if (!capability || capability.on === 'ours')
    return lacks[kind] ?? `${connector.name} does not let other programs do this.`;
  const { target } = hit;
  const asked: AskedFor = {
    kind,
    target: { id: target.id, remote: target.remote ?? null, sentAt: hit.saidAt },
    thread: { reach: target.thread.reach, remote: target.thread.remote ?? null },
    settings: inbox.settings,
  };
  const allowance = connector.allows?.(asked) ?? { isAllowed: true as const };
  return allowance.isAllowed ? null : allowance.why;
}

/** What a stranger's post links to is clicked by an agent: only web addresses are. */
export function webAddress(address: string | null): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

export function showSpike({ drivers, beganAt, seenAt, endedAt, ...spike }: SpikeRow, hits: readonly string[]): Spike {
  return {
    ...spike,
    expected: Math.round(spike.expected * 10) / 10,
    beganAt: beganAt.toISOString(),
    seenAt: seenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    drivers: {
      terms: drivers.terms.map((term) => ({ ...term })),
      hits: [...hits],
      threads: drivers.threads.map((thread) => ({ ...thread })),
    },
  };
}

/** It is told to whoever may see all of where it was found. */
export const seesSpike = ({ drivers }: SpikeRow, rights: InboxRights): boolean =>
  drivers.inboxes.every((inbox) => hasRight(rights, inbox, 'see'));

export const showBoard = ({ position: _, ...board }: ListedBoard, spike: SpikeRow | undefined): Board => ({
  ...board,
  spike: spike ? showSpike(spike, spike.drivers.hits) : null,
});

export const showRule = (rule: ListedListeningRule): ListeningRule => ({
  id: rule.id,
  isOn: rule.isOn,
  version: rule.version,
  hits: rule.hits,
  lastAt: rule.lastAt?.toISOString() ?? null,
  name: rule.name,
  boardId: rule.boardId,
  brand: [...rule.brand],
  forms: [...rule.forms],
  care: rule.care,
  triggers: Object.fromEntries(Object.entries(rule.triggers).map(([language, words]) => [language, [...words]])),
  without: [...rule.without],
  languages: [...rule.languages],
  sources: [...rule.sources],
  becomes: rule.becomes,
});
