import type { Persona, Place, Said, SeenMessage, SeenThread, SimulatedNetwork } from '../network.ts';
import type { Delivery } from './delivery.ts';
import type { Gallery } from './gallery.ts';
import type { Lines } from './lines.ts';
import { remember } from './remember.ts';
import {
  accountBy,
  type Comment,
  type Line,
  type LineMessage,
  type Media,
  meet,
  type State,
  storeFile,
} from './state.ts';

const SHOWN_POSTS = 10;
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
const after = (place: string) => place.slice(place.indexOf(':') + 1);

/** Instagram as a customer sees it. */
export function instagramNetwork(
  state: State,
  { gallery, lines, delivery }: { readonly gallery: Gallery; readonly lines: Lines; readonly delivery: Delivery },
  close: () => Promise<void>,
): SimulatedNetwork {
  const isMe = (id: string, persona: Persona) => state.people.get(id)?.id === persona.id;
  const linesOf = (persona: Persona) => [...state.lines.values()].filter((line) => line.persona.id === persona.id);

  function placeOf(media: Media): Place {
    const isOurs = media.kind === 'own' || media.kind === 'live';
    return {
      id: media.id,
      kind: isOurs ? 'post' : 'elsewhere',
      isPublic: true,
      label: `Comment on: ${shorten(media.caption)}`,
    };
  }
  const lineOf = (line: Line): Place => ({
    id: `direct:${line.account.id}`,
    kind: 'direct',
    isPublic: false,
    label: `Write to ${line.account.username}`,
  });

  function say(persona: Persona, { place, text, inReplyTo, attachment, at }: Said): { id: string; thread: string } {
    const when = at ? { at } : {};
    if (place.startsWith('direct:')) {
      const account = accountBy(state, after(place));
      meet(state, account, persona);
      const line = lines.of(account, persona);
      const file = attachment
        ? {
            url: storeFile(state, { bytes: attachment.bytes, type: attachment.mimeType, name: attachment.name }).url,
            type: attachment.mimeType,
            name: attachment.name,
          }
        : undefined;
      const said = { text, ...when, ...(file ? { file } : {}), ...(inReplyTo ? { replyTo: inReplyTo } : {}) };
      return { id: lines.hear(line, said).mid, thread: line.id };
    }
    if (attachment) throw new Error('Comments on Instagram take no files: write a direct message');
    if (place.startsWith('elsewhere:')) {
      const account = accountBy(state, after(place));
      const me = meet(state, account, persona);
      const { id } = gallery.post(account, 'mention', me, `${text} @${account.username}`, at);
      return { id, thread: id };
    }
    const media = state.media.get(place);
    if (!media) throw new Error(`Instagram has no place "${place}"`);
    const parent = inReplyTo === undefined ? null : (state.comments.get(inReplyTo) ?? null);
    const made = gallery.comment(media, parent, meet(state, media.account, persona), text, when);
    return { id: made.id, thread: media.id };
  }

  function findMessage(messageId: string): { line: Line; message: LineMessage } | null {
    for (const line of state.lines.values()) {
      const message = line.messages.find((one) => one.mid === messageId);
      if (message) return { line, message };
    }
    return null;
  }

  function seenComment(comment: Comment, persona: Persona): SeenMessage {
    const { account, id } = comment.media;
    return {
      id: comment.id,
      by: isMe(comment.authorId, persona) ? 'me' : comment.authorId === account.id ? 'company' : 'other',
      name: comment.username,
      text: comment.text,
      at: comment.at,
      inReplyTo: comment.parent?.id ?? id,
      ...(comment.isHidden ? { isHidden: true } : {}),
    };
  }
  function seenPost(media: Media, persona: Persona): SeenMessage {
    const by = isMe(media.authorId, persona) ? 'me' : media.authorId === media.account.id ? 'company' : 'other';
    return { id: media.id, by, name: media.username, text: media.caption, at: media.at };
  }
  function seenLine(
    line: Line,
    { mid, isOurs, text, file, at, reactions, replyTo, isUnsent }: LineMessage,
  ): SeenMessage {
    return {
      id: mid,
      by: isOurs ? 'company' : 'me',
      name: isOurs ? line.account.username : line.persona.name,
      text: text || (file ? `[${file.name}]` : ''),
      at,
      likes: reactions.size,
      ...(file && !isUnsent ? { files: [file.name] } : {}),
      ...(replyTo ? { inReplyTo: replyTo } : {}),
      ...(isUnsent ? { isDeleted: true } : {}),
    };
  }

  function view(persona: Persona): SeenThread[] {
    const threads: SeenThread[] = linesOf(persona)
      .filter(({ messages }) => messages.length > 0)
      .map((line) => ({
        id: line.id,
        place: lineOf(line),
        title: line.account.username,
        messages: line.messages.map((one) => seenLine(line, one)),
      }));
    for (const media of state.media.values()) {
      const comments = media.comments.filter((one) => !one.isDeleted && (!one.isHidden || isMe(one.authorId, persona)));
      if (!isMe(media.authorId, persona) && !media.comments.some((one) => isMe(one.authorId, persona))) continue;
      const messages = [seenPost(media, persona), ...comments.map((one) => seenComment(one, persona))];
      threads.push({ id: media.id, place: placeOf(media), title: shorten(media.caption), messages });
    }
    const newest = ({ messages }: SeenThread) => messages.at(-1)?.at.getTime() ?? 0;
    return threads.toSorted((a, b) => newest(b) - newest(a));
  }

  return {
    channel: 'instagram',
    name: 'Instagram',
    faults: state.faults,
    places(persona) {
      for (const account of state.accounts) meet(state, account, persona);
      const posts = [...state.media.values()].filter(({ kind }) => kind === 'own');
      const newest = posts.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN_POSTS);
      const around = state.accounts.flatMap((account): Place[] => [
        { id: `direct:${account.id}`, kind: 'direct', isPublic: false, label: `Write to ${account.username}` },
        {
          id: `elsewhere:${account.id}`,
          kind: 'elsewhere',
          isPublic: true,
          label: `Mention ${account.username} in a post of your own`,
        },
      ]);
      return [...newest.map(placeOf), ...around];
    },
    say: async (persona, said) => say(persona, said),
    async edit(persona, messageId, text) {
      const found = findMessage(messageId);
      if (!found) throw new Error('Comments on Instagram cannot be changed');
      if (found.message.isOurs || found.line.persona.id !== persona.id)
        throw new Error('Instagram lets people change only what they wrote themselves');
      lines.edit(found.line, found.message, text);
    },
    async remove(persona, messageId) {
      const found = findMessage(messageId);
      if (found && found.line.persona.id === persona.id && !found.message.isOurs) {
        lines.unsend(found.line, found.message);
        return;
      }
      const comment = state.comments.get(messageId);
      if (!comment || !isMe(comment.authorId, persona))
        throw new Error('Instagram lets people take back only what they wrote themselves');
      gallery.remove(comment);
    },
    async react(persona, messageId, emoji) {
      const found = findMessage(messageId);
      if (found) {
        lines.react(found.line, found.message, emoji === '' ? null : emoji);
        return;
      }
      const comment = state.comments.get(messageId);
      if (!comment) throw new Error(`There is no "${messageId}" on Instagram`);
      // Nobody is told of it.
      comment.likes += emoji === '' ? -1 : 1;
      meet(state, comment.media.account, persona);
    },
    view,
    remember: (said) => remember(state, lines, said),
    onAnswer(listener) {
      state.answered.add(listener);
      return () => state.answered.delete(listener);
    },
    settled: () => delivery.settled(),
    close,
  };
}
