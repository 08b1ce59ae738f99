import { ALLOWED, type Allowance, type AskedFor } from '../channel/allowance.ts';
import type { AttachmentLimit, Capabilities, TextLimit } from '../channel/capabilities.ts';
import type { Reach, ThreadRef } from '../channel/event.ts';
import type { InboxId, Json, MessageId, ThreadId } from '../ids.ts';
import { wayKey } from './way-key.ts';

/** What the rules about answering need to know of a channel. */
export interface ChannelRules {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly allows?: (asked: AskedFor) => Allowance;
}
export type ChannelLookup = (channel: string) => ChannelRules | undefined;

/** A place where this conversation stands, newest word of the person first. */
export interface WayThread {
  readonly id: ThreadId;
  readonly inboxId: InboxId;
  readonly channel: string;
  readonly kind: ThreadRef['kind'];
  readonly reach: Reach;
  /** When the person last wrote here, deleted or not: it decides the window. */
  readonly lastInboundAt: Date | null;
  /** Their newest message that still stands. */
  readonly answers: MessageId | null;
  /** The name of the inbox, where the person has written to us in another talk: they can be answered there too. */
  readonly elsewhereIn?: string;
  /** As the network knows it, for channels that allow an answer to some and not to others. */
  readonly known?: { readonly target: AskedFor['target']; readonly remote: Json; readonly settings: Json };
}

/** A public message of the person, newest first. */
export interface PubliclySaid {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly sentAt: Date;
  readonly isDeleted: boolean;
  readonly wasAnsweredPrivately: boolean;
  readonly known?: AskedFor['target'];
}

/** Another account of ours that answers for this one: the support account of a brand. */
export interface Deputy {
  readonly inboxId: InboxId;
  readonly channel: string;
  /** The thread's own inbox that it answers for. */
  readonly answersFor: InboxId;
  /** `@lindqvist_help` */
  readonly name: string;
  readonly settings: Json;
}

/** One way of answering, open or closed. */
export interface Way {
  /** Made by `wayKey`: `reply:<threadId>` or `private_reply:<messageId>` */
  readonly key: string;
  readonly kind: 'reply' | 'private_reply';
  readonly threadId: ThreadId;
  readonly inReplyTo: MessageId | null;
  readonly reach: Reach;
  readonly channel: string;
  readonly inboxId: InboxId;
  readonly label: string;
  /** Another account of ours that says it; null: the one that was spoken to. */
  readonly speaksAs: string | null;
  /** In another talk of the same person. */
  readonly isElsewhere: boolean;
  readonly limit: TextLimit;
  readonly attachments: AttachmentLimit;
  readonly isOpen: boolean;
  readonly closedBecause: string | null;
  /** When it closes for a person at the desk. */
  readonly closesAt: Date | null;
  /** Until then machines may answer too. */
  readonly freeUntil: Date | null;
  readonly isOnce: boolean;
  readonly isHumanOnly: boolean;
  /** Where a person can answer by hand what cannot be answered from here. */
  readonly elsewhere: string | null;
  /** Open or closed, a message that the network approved beforehand may go out. */
  readonly takesTemplates: boolean;
  /** Answers to tap can be offered with it. */
  readonly choices: { readonly max: number; readonly maxLength: number } | null;
}

const HOUR_MS = 3_600_000;
const NO_FILES: AttachmentLimit = { max: 0, maxBytes: 0, types: [] };

/** Every way in which this person can be answered now, the place where they last wrote first. */
export function waysOf(
  said: {
    readonly threads: readonly WayThread[];
    readonly messages: readonly PubliclySaid[];
    readonly deputies?: readonly Deputy[];
  },
  channels: ChannelLookup,
  now: Date,
): readonly Way[] {
  const replies = said.threads
    .toSorted(
      (a, b) =>
        Number(a.elsewhereIn !== undefined) - Number(b.elsewhereIn !== undefined) ||
        (b.lastInboundAt?.getTime() ?? 0) - (a.lastInboundAt?.getTime() ?? 0),
    )
    .flatMap((thread) => replyIn(thread, channels, now) ?? []);
  const privately = said.threads.flatMap((thread) => privateReplyTo(thread, said.messages, channels, now) ?? []);
  const byDeputies = said.threads.flatMap((thread) =>
    (said.deputies ?? []).flatMap((deputy) => replyBy(deputy, thread, channels, now) ?? []),
  );
  return [...replies, ...privately, ...byDeputies];
}

function replyIn(thread: WayThread, channels: ChannelLookup, now: Date): Way | null {
  const rules = channels(thread.channel);
  const act = rules?.capabilities.acts.reply;
  if (!rules || !act) return null;
  const { capabilities, name } = rules;
  const own = thread.reach === 'owned_private' ? capabilities.direct : undefined;
  const isGone = thread.reach !== 'owned_private' && thread.answers === null;
  const window = windowOf(thread, rules, now);
  const allowance = allowanceOf(rules, 'reply', thread, thread.known?.target ?? null);
  return {
    key: wayKey('reply', thread.id),
    kind: 'reply',
    threadId: thread.id,
    inReplyTo: thread.answers,
    reach: thread.reach,
    channel: thread.channel,
    inboxId: thread.inboxId,
    label: labelOf(thread, name),
    isElsewhere: thread.elsewhereIn !== undefined,
    speaksAs: null,
    limit: act.text ?? own?.text ?? capabilities.text,
    attachments: act.attachments ?? own?.attachments ?? capabilities.attachments,
    ...window,
    ...(isGone
      ? { isOpen: false, closedBecause: 'What the person wrote here was deleted, so there is nothing to answer.' }
      : {}),
    ...(allowance.isAllowed ? {} : { isOpen: false, closedBecause: allowance.why }),
    isOnce: false,
    elsewhere: allowance.isAllowed ? null : (allowance.elsewhere ?? null),
    takesTemplates: capabilities.templates !== undefined && allowance.isAllowed,
    choices: capabilities.choices ?? null,
  };
}

/** The same public answer, from another account of ours. */
function replyBy(deputy: Deputy, thread: WayThread, channels: ChannelLookup, now: Date): Way | null {
  const isPublic = thread.reach !== 'owned_private' && thread.elsewhereIn === undefined;
  const rules = channels(thread.channel);
  if (!isPublic || deputy.answersFor !== thread.inboxId || !rules?.capabilities.answersAnyones) return null;
  const known = thread.known && { ...thread.known, settings: deputy.settings };
  const way = replyIn({ ...thread, ...(known ? { known } : {}) }, channels, now);
  return (
    way && {
      ...way,
      key: `${way.key}@${deputy.inboxId}`,
      inboxId: deputy.inboxId,
      label: `Public reply on ${rules.name} as ${deputy.name}`,
      speaksAs: deputy.name,
    }
  );
}

function allowanceOf(
  { allows }: ChannelRules,
  kind: AskedFor['kind'],
  { reach, known }: WayThread,
  target: AskedFor['target'],
): Allowance {
  if (!allows || !known) return ALLOWED;
  return allows({ kind, target, thread: { reach, remote: known.remote }, settings: known.settings });
}

function windowOf({ lastInboundAt, reach }: WayThread, { capabilities: { window }, name }: ChannelRules, now: Date) {
  const open = { isOpen: true, closedBecause: null, closesAt: null, freeUntil: null, isHumanOnly: false };
  // Where a channel has both, what stands in public may be answered at any time.
  if (!window || reach !== 'owned_private') return open;
  if (!lastInboundAt)
    return {
      ...open,
      isOpen: false,
      closedBecause: `The person has not written to you on ${name} yet. You can answer here once they do.`,
    };
  const freeUntil = new Date(lastInboundAt.getTime() + window.openMs);
  const closesAt = new Date(lastInboundAt.getTime() + Math.max(window.openMs, window.humanMs ?? 0));
  const isOpen = now <= closesAt;
  return {
    isOpen,
    closedBecause: isOpen
      ? null
      : `${name} allows an answer for ${inWords(closesAt.getTime() - lastInboundAt.getTime())} after the person's last message, and that time is over. You can answer here once they write again.`,
    closesAt,
    freeUntil,
    isHumanOnly: isOpen && now > freeUntil,
  };
}

/** The newest message that can still be answered privately; else the newest, with the reason why not. */
function privateReplyTo(
  thread: WayThread,
  messages: readonly PubliclySaid[],
  channels: ChannelLookup,
  now: Date,
): Way | null {
  const rules = channels(thread.channel);
  const privately = rules?.capabilities.privateReply;
  if (!rules || !privately || thread.reach === 'owned_private') return null;
  const here = messages
    .filter((one) => one.threadId === thread.id)
    .toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime());
  const judged = here.map((one) => ({ one, why: closedBecause(one, privately.withinMs, now) }));
  const chosen = judged.find(({ why }) => why === null) ?? judged[0];
  if (!chosen) return null;
  const { one } = chosen;
  const allowance = allowanceOf(rules, 'private_reply', thread, one.known ?? null);
  const why = chosen.why ?? (allowance.isAllowed ? null : allowance.why);
  const act = rules.capabilities.acts.private_reply;
  return {
    key: wayKey('private_reply', one.id),
    kind: 'private_reply',
    threadId: thread.id,
    inReplyTo: one.id,
    reach: 'owned_private',
    channel: thread.channel,
    inboxId: thread.inboxId,
    label: `Private message on ${channels(privately.channel)?.name ?? privately.channel}`,
    isElsewhere: false,
    speaksAs: null,
    limit: act?.text ?? rules.capabilities.text,
    attachments: act?.attachments ?? NO_FILES,
    isOpen: why === null,
    closedBecause: why,
    closesAt: privately.withinMs === null ? null : new Date(one.sentAt.getTime() + privately.withinMs),
    freeUntil: null,
    isOnce: true,
    isHumanOnly: false,
    elsewhere: null,
    takesTemplates: false,
    choices: null,
  };
}

function closedBecause(one: PubliclySaid, withinMs: number | null, now: Date): string | null {
  if (one.wasAnsweredPrivately)
    return 'This comment was already answered privately, and the network allows that once. The talk goes on when the person answers.';
  if (one.isDeleted) return 'The comment was deleted.';
  if (withinMs !== null && now.getTime() > one.sentAt.getTime() + withinMs)
    return `A comment can be answered privately for ${inWords(withinMs)}, and that time is over.`;
  return null;
}

function labelOf({ kind, reach, elsewhereIn }: WayThread, name: string): string {
  if (elsewhereIn !== undefined)
    return elsewhereIn === name ? `Private message on ${name}` : `Private message on ${name} (${elsewhereIn})`;
  if (kind === 'mail') return name;
  return reach === 'owned_private' ? `Private message on ${name}` : `Public reply on ${name}`;
}

function inWords(ms: number): string {
  const hours = Math.round(ms / HOUR_MS);
  return hours > 48 ? `${Math.round(hours / 24)} days` : `${hours} hours`;
}
