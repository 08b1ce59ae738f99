import type { Persona, Place, Said, SeenMessage, SeenThread, SimulatedNetwork } from '../network.ts';
import type { Delivery } from './delivery.ts';
import { type Feed, findThing, isComment } from './feed.ts';
import { rememberFeed } from './remember.ts';
import { type Comment, meet, type Page, type Post, type State, storeFile } from './state.ts';

const REACTIONS: Readonly<Record<string, string>> = {
  '👍': 'like',
  '❤️': 'love',
  '😮': 'wow',
  '😆': 'haha',
  '😢': 'sorry',
  '😡': 'anger',
  '🤗': 'care',
};
const SHOWN_POSTS = 10;

/** Facebook as a customer sees it. */
export function facebookNetwork(
  state: State,
  feed: Feed,
  delivery: Delivery,
  close: () => Promise<void>,
): SimulatedNetwork {
  const isMe = (authorId: string, persona: Persona) => state.users.get(authorId)?.id === persona.id;
  const pageOf = (place: string): Page => {
    const id = place.slice(place.indexOf(':') + 1);
    const page = state.pages.find((one) => one.id === id);
    if (!page) throw new Error(`Facebook has no place "${place}"`);
    return page;
  };
  const thingBy = (id: string): Post | Comment => {
    const thing = findThing(state, id);
    if (!thing || thing.isDeleted) throw new Error(`There is no "${id}" on Facebook`);
    return thing;
  };

  function placeOf(post: Post): Place {
    const kind = post.kind === 'own' ? 'post' : post.kind === 'visitor' ? 'wall' : post.kind;
    return { id: post.id, kind, isPublic: true, label: `Comment on: ${shorten(post.text)}` };
  }

  function seen(thing: Post | Comment, persona: Persona): SeenMessage {
    const page = isComment(thing) ? thing.post.page : thing.page;
    const by = isMe(thing.authorId, persona) ? 'me' : thing.authorId === page.id ? 'company' : 'other';
    return {
      id: thing.id,
      by,
      name: thing.authorName,
      text: thing.text,
      at: thing.at,
      likes: thing.reactions.size,
      ...(isComment(thing) ? { inReplyTo: thing.parent?.id ?? thing.post.id } : {}),
      ...(thing.pictureUrl && !thing.isDeleted ? { files: [nameIn(thing.pictureUrl)] } : {}),
      ...(thing.isHidden ? { isHidden: true } : {}),
      ...(thing.isDeleted ? { isDeleted: true } : {}),
    };
  }

  function say(persona: Persona, { place, text, inReplyTo, attachment, at }: Said): { id: string; thread: string } {
    const picture = attachment
      ? {
          pictureUrl: storeFile(state, { bytes: attachment.bytes, type: attachment.mimeType, name: attachment.name })
            .url,
        }
      : {};
    const when = at ? { at } : {};
    if (place.startsWith('wall:')) {
      const page = pageOf(place);
      const { id } = feed.publish(page, meet(state, page, persona), text, { ...when, ...picture });
      return { id, thread: id };
    }
    if (place.startsWith('recommend:') || place.startsWith('discourage:')) {
      const page = pageOf(place);
      const { id } = feed.review(page, meet(state, page, persona), text, place.startsWith('recommend:'), at);
      return { id, thread: id };
    }
    if (place.startsWith('elsewhere:')) {
      const page = pageOf(place);
      const { id } = feed.elsewhere(page, meet(state, page, persona), text, at);
      return { id, thread: id };
    }
    const post = thingBy(place);
    if (isComment(post)) throw new Error(`"${place}" is a comment: name its post, and answer it with inReplyTo`);
    const parent = inReplyTo === undefined || inReplyTo === post.id ? null : thingBy(inReplyTo);
    const made = feed.comment(
      post,
      parent && isComment(parent) ? parent : null,
      meet(state, post.page, persona),
      text,
      { ...when, ...picture },
    );
    return { id: made.id, thread: post.id };
  }

  return {
    channel: 'facebook',
    name: 'Facebook',
    faults: state.faults.facebook,
    places(persona) {
      for (const page of state.pages) meet(state, page, persona);
      const posts = [...state.posts.values()].filter(({ kind, isDeleted }) => kind === 'own' && !isDeleted);
      const newest = posts.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN_POSTS);
      const around = state.pages.flatMap((page): Place[] => [
        { id: `wall:${page.id}`, kind: 'wall', isPublic: true, label: `Post on the Page of ${page.name}` },
        { id: `discourage:${page.id}`, kind: 'review', isPublic: true, label: `Do not recommend ${page.name}` },
        { id: `recommend:${page.id}`, kind: 'review', isPublic: true, label: `Recommend ${page.name}` },
        {
          id: `elsewhere:${page.id}`,
          kind: 'elsewhere',
          isPublic: true,
          label: `Mention ${page.name} in a post of your own`,
        },
      ]);
      return [...newest.map(placeOf), ...around];
    },
    say: async (persona, said) => say(persona, said),
    async edit(persona, messageId, text) {
      feed.edit(mine(messageId, persona), text);
    },
    async remove(persona, messageId) {
      feed.remove(mine(messageId, persona));
    },
    async react(persona, messageId, emoji) {
      const thing = thingBy(messageId);
      const page = isComment(thing) ? thing.post.page : thing.page;
      feed.react(thing, meet(state, page, persona), emoji === '' ? null : (REACTIONS[emoji] ?? 'like'));
    },
    view(persona) {
      const threads: SeenThread[] = [];
      for (const post of state.posts.values()) {
        const comments = post.comments.filter(
          (one) => !one.isDeleted && (!one.isHidden || isMe(one.authorId, persona)),
        );
        if (!isMe(post.authorId, persona) && !post.comments.some((one) => isMe(one.authorId, persona))) continue;
        threads.push({
          id: post.id,
          place: placeOf(post),
          title: shorten(post.text),
          messages: [post, ...comments]
            .toSorted((a, b) => a.at.getTime() - b.at.getTime())
            .map((one) => seen(one, persona)),
        });
      }
      const newest = (thread: SeenThread) => thread.messages.at(-1)?.at.getTime() ?? 0;
      return threads.toSorted((a, b) => newest(b) - newest(a));
    },
    remember: (said) => rememberFeed(state, said),
    onAnswer(listener) {
      state.answered.facebook.add(listener);
      return () => state.answered.facebook.delete(listener);
    },
    settled: () => delivery.settled(),
    close,
  };

  function mine(messageId: string, persona: Persona): Post | Comment {
    const thing = thingBy(messageId);
    if (!isMe(thing.authorId, persona)) throw new Error('Facebook lets people change only what they wrote themselves');
    return thing;
  }
}

const nameIn = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
