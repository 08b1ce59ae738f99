import { HELD_BACK } from '../../actions/hold-back.ts';
import type { Connectors } from '../../connectors/registry.ts';
import { hasRight, type InboxRights } from '../../core/access/inbox-rights.ts';
import { type Way as OpenWay, waysOf } from '../../core/reply/ways.ts';
import type { ContactRow, PostRow, TimelineRow } from '../../storage/conversations/around.ts';
import type { ConversationDetail as Detail } from '../../storage/conversations/detail.ts';
import type { OutgoingRow } from '../../storage/outbox/rows.ts';
import type { WorkAbout } from '../../storage/work/about-conversation.ts';
import type { ConversationDetail, TimelineEvent } from '../../wire/conversations.ts';
import type { Post } from '../../wire/messages.ts';
import type { Contact } from '../../wire/people.ts';
import type { OutgoingAct, Way } from '../../wire/replying.ts';
import { showWorkAbout } from '../work/show-about.ts';
import { showAttachments } from './show-attachment.ts';
import { showMessage } from './show-message.ts';
import { showRow, showTime } from './show-row.ts';

export function showDetail(
  detail: Detail,
  kept: WorkAbout,
  connectors: Connectors,
  rights: InboxRights,
  now: Date,
): ConversationDetail {
  const { conversation, about } = detail;
  return {
    conversation: showRow(conversation, rights),
    contact: showContact(detail.contact),
    post: detail.post && showPost(detail.post),
    messages: detail.messages.map((said) => showMessage(said, about, connectors, conversation.id)),
    hasEarlier: detail.hasEarlier,
    hasLater: detail.hasLater,
    opensAt: detail.opensAt,
    ...showWorkAbout(kept, rights),
    timeline: detail.timeline.map((event) => showEvent(event, conversation.contactName)),
    ways: waysOf(detail.wayFacts, (channel) => connectors.get(channel), now)
      // Another inbox of the person may be none of whoever asks.
      .filter((way) => !(way.isElsewhere || way.speaksAs) || hasRight(rights, way.inboxId, 'answer'))
      .map(showWay),
    outgoing: detail.outgoing.map(showOutgoingAct),
    elsewhere: detail.elsewhere.map((row) => showRow(row, rights)),
    priorityParts: detail.decided.parts.map((part) => ({ ...part })),
    clocks: detail.decided.clocks.map((clock) => ({ ...clock })),
    routed: detail.decided.routed,
    seq: detail.seq,
  };
}

export function showContact(contact: ContactRow): Contact {
  return {
    id: contact.id,
    name: contact.name,
    avatarUrl: contact.avatarUrl,
    language: contact.language,
    blockedAt: showTime(contact.blockedAt),
    mutedAt: showTime(contact.mutedAt),
    identities: contact.identities.map(({ id, channel, name, handle, externalId, avatarUrl, followers }) => ({
      id,
      channel,
      name,
      handle,
      externalId,
      avatarUrl,
      followers,
    })),
  };
}

function showPost(post: PostRow): Post {
  const { threadId, isOurs, authorName, content, permalink, postedAt, deletedAt, reactions, comments, shares } = post;
  return {
    threadId,
    isOurs,
    authorName,
    text: typeof content.text === 'string' ? content.text : '',
    attachments: showAttachments(content.attachments, new Map()),
    permalink,
    postedAt: postedAt.toISOString(),
    deletedAt: showTime(deletedAt),
    reactions,
    comments,
    shares,
  };
}

function showEvent(event: TimelineRow, contactName: string): TimelineEvent {
  const { id, at, actorKind, actorName, kind, detail } = event;
  return {
    id,
    at: at.toISOString(),
    actorKind,
    actorName: actorKind === 'contact' ? contactName : actorName,
    kind,
    detail: { ...detail },
  };
}

export function showOutgoingAct(act: OutgoingRow): OutgoingAct {
  const {
    id,
    kind,
    state,
    detail,
    messageId,
    targetMessageId,
    agentName,
    createdAt,
    attempts,
    awaitsPerson,
    notBefore,
    scheduledFor,
    refusal,
    agentId,
  } = act;
  return {
    id,
    kind,
    state,
    detail,
    messageId,
    targetMessageId,
    agentName,
    createdAt: createdAt.toISOString(),
    attempts,
    awaitsPerson,
    notBefore: notBefore.toISOString(),
    scheduledFor: showTime(scheduledFor),
    isHeldBack: state === 'failed' && refusal === HELD_BACK,
    agentId,
  };
}

function showWay(way: OpenWay): Way {
  const { max, unit, also } = way.limit;
  return {
    key: way.key,
    kind: way.kind,
    threadId: way.threadId,
    inReplyTo: way.inReplyTo,
    reach: way.reach,
    channel: way.channel,
    inboxId: way.inboxId,
    label: way.label,
    speaksAs: way.speaksAs,
    isElsewhere: way.isElsewhere,
    limit: { max, unit, ...(also ? { also: { max: also.max, unit: also.unit } } : {}) },
    attachments: {
      max: way.attachments.max,
      maxBytes: way.attachments.maxBytes,
      types: [...way.attachments.types],
      withText: way.attachments.withText ?? true,
      alt: way.attachments.alt ?? false,
    },
    isOpen: way.isOpen,
    closedBecause: way.closedBecause,
    closesAt: showTime(way.closesAt),
    freeUntil: showTime(way.freeUntil),
    isOnce: way.isOnce,
    isHumanOnly: way.isHumanOnly,
    elsewhere: way.elsewhere,
    takesTemplates: way.takesTemplates,
    choices: way.choices,
  };
}
