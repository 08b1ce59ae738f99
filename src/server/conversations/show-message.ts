import type { Connectors } from '../../connectors/registry.ts';
import type { Connector } from '../../core/channel/connector.ts';
import { type ActOnMessage, actsOn } from '../../core/conversation/acts-on.ts';
import type { ConversationId, ExternalMessageId, Json } from '../../core/ids.ts';
import type { AboutMessages } from '../../storage/conversations/about-messages.ts';
import type { Said } from '../../storage/conversations/said.ts';
import type { Message } from '../../wire/messages.ts';
import { showAttachments } from './show-attachment.ts';
import { showTime } from './show-row.ts';

export function showMessage(
  said: Said,
  about: AboutMessages,
  connectors: Connectors,
  conversationId: ConversationId,
): Message {
  const standing = about.standing.get(said.id) ?? new Set();
  const isDeleted = said.deletedAt !== null;
  return {
    id: said.id,
    threadId: said.threadId,
    direction: said.direction,
    reach: said.reach,
    author: showAuthor(said),
    isContext: said.conversationId !== conversationId,
    text: said.text,
    subject: textOf(said.content.subject),
    hasHtml: said.hasHtml,
    attachments: showAttachments(said.content.attachments, about.media),
    rating: showRating(said.content.rating),
    payload: textOf(said.content.payload),
    ...choicesOf(said.content.choices),
    quotesId: said.quotesId,
    parentId: said.parentId,
    automatic: said.automatic,
    isHistory: said.isHistory,
    language: said.language,
    understood: said.understood,
    delivery: said.delivery,
    deliveryDetail: said.deliveryDetail,
    permalink: said.permalink,
    ...(said.mentions ? { mentions: { agents: [...said.mentions.agents], teams: [...said.mentions.teams] } } : {}),
    sentAt: said.sentAt.toISOString(),
    editedAt: showTime(said.editedAt),
    deletedAt: showTime(said.deletedAt),
    hiddenAt: showTime(said.hiddenAt),
    versions: (about.versions.get(said.id) ?? []).map(({ text, replacedAt }) => ({
      text,
      replacedAt: replacedAt.toISOString(),
    })),
    reactions: (about.reactions.get(said.id) ?? []).map(({ reaction, count, isOurs }) => ({ reaction, count, isOurs })),
    acts: [
      ...actsOn(
        {
          direction: said.direction,
          isOnNetwork: said.externalId !== null,
          isDeleted,
          isHidden: said.hiddenAt !== null,
          standing,
        },
        connectors.get(said.channel)?.capabilities,
        (kind) => isAllowed(connectors.get(said.channel), kind, said),
      ),
    ],
  };
}

function isAllowed(connector: Connector | undefined, kind: ActOnMessage, said: Said): boolean {
  if (!connector?.allows || said.externalId === null) return true;
  return connector.allows({
    kind,
    target: { id: said.externalId as ExternalMessageId, remote: said.remote, sentAt: said.sentAt },
    thread: { reach: said.reach, remote: said.threadRemote },
    settings: said.settings,
  }).isAllowed;
}

function showAuthor(said: Said): Message['author'] {
  if (said.direction === 'inbound')
    return said.contactId
      ? { kind: 'contact', id: said.contactId, name: said.contactName ?? '', avatarUrl: said.avatarUrl }
      : { kind: 'unknown', id: null, name: 'Somebody', avatarUrl: null };
  if (said.agentId) return { kind: 'agent', id: said.agentId, name: said.agentName ?? '', avatarUrl: null };
  return { kind: 'business', id: null, name: said.inboxName, avatarUrl: null };
}

function showRating(rating: Json | undefined): Message['rating'] {
  if (typeof rating !== 'object' || rating === null || Array.isArray(rating)) return null;
  if ('positive' in rating)
    return { label: rating.positive ? 'Recommends' : 'Does not recommend', isPositive: rating.positive === true };
  const { stars, of } = rating as { readonly stars?: Json; readonly of?: Json };
  if (typeof stars !== 'number' || typeof of !== 'number') return null;
  return { label: `${stars} of ${of}`, isPositive: stars * 2 >= of };
}

function choicesOf(value: Json | undefined): Pick<Message, 'choices'> {
  const choices = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return choices.length > 0 ? { choices } : {};
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
