import type { Courier } from '../courier.ts';
import type {
  Answer,
  Faults,
  Persona,
  Place,
  Remembered,
  SeenMessage,
  SeenThread,
  SimulatedNetwork,
} from '../network.ts';
import { type Comment, commentUrn, type Post, personUrn, postBy, type State } from './state.ts';

interface NetworkParts {
  readonly now: () => Date;
  readonly random: () => number;
  readonly faults: Faults;
  readonly state: State;
  readonly courier: Courier<Record<string, unknown>>;
  readonly organizationId: string;
  readonly name: string;
  readonly posts: readonly string[];
}
/** What happens on LinkedIn around one Page. */
export interface LinkedInPage {
  readonly network: Omit<SimulatedNetwork, 'close'>;
  comment(by: Persona | null, post: Post, parent: Comment | null, text: string): Comment;
  change(comment: Comment, text: string): void;
  remove(comment: Comment): void;
}

const FIRST = 7_100_000_000_000_000_000n;
const ELSEWHERE: Place = { id: 'elsewhere', kind: 'elsewhere', isPublic: true, label: 'A post that mentions the Page' };

export function openLinkedInNetwork(parts: NetworkParts): LinkedInPage {
  const { now, state, courier, faults } = parts;
  const listeners = new Set<(answer: Answer) => void>();
  const organization = `urn:li:organization:${parts.organizationId}`;
  let count = 0n;
  const newNumber = () => {
    count += 100n;
    return String(FIRST + count);
  };
  let notices = 30_000;

  function publish(text: string, by: Persona | null, at = now()): Post {
    const share = `urn:li:share:${newNumber()}`;
    const post: Post = { share, activity: `urn:li:activity:${newNumber()}`, text, at, by, likes: new Set() };
    state.posts.push(post);
    return post;
  }
  for (const text of parts.posts) publish(text, null);

  function tell(action: string, post: Post, made: Record<string, unknown>, at: Date): void {
    const notification = {
      notificationId: ++notices,
      organizationalEntity: organization,
      subscriber: 'urn:li:person:admin',
      action,
      sourcePost: post.share,
      lastModifiedAt: at.getTime(),
      decoratedSourcePost: {
        entity: post.share,
        text: post.text,
        owner: post.by ? personUrn(post.by) : organization,
        mediaCategory: 'NONE',
      },
      ...made,
    };
    state.notifications.push(notification);
    courier.push(notification);
  }
  function tellComment(action: string, one: Comment, at: Date): void {
    const entity = commentUrn(one);
    const owner = one.by ? personUrn(one.by) : organization;
    const object = one.parent ? commentUrn(one.parent) : one.post.activity;
    const comment = { entity, owner, text: one.text, object };
    // the short spelling, as it was seen on the real wire
    const generatedActivity = entity.replace('(urn:li:', '(');
    tell(action, one.post, { generatedActivity, decoratedGeneratedActivity: { comment } }, at);
  }
  function mention(by: Persona, text: string, at: Date): Post {
    const post = publish(text, by, at);
    const share = { entity: post.share, owner: personUrn(by), text };
    tell('SHARE_MENTION', post, { generatedActivity: post.share, decoratedGeneratedActivity: { share } }, at);
    return post;
  }

  function put(by: Persona | null, post: Post, parent: Comment | null, text: string, at: Date, number = newNumber()) {
    const top = parent?.parent ?? parent;
    const one: Comment = { number, post, parent: top, by, text, at, changedAt: at, isGone: false, likes: new Set() };
    state.comments.push(one);
    return one;
  }
  function comment(by: Persona | null, post: Post, parent: Comment | null, text: string, at = now()): Comment {
    const one = put(by, post, parent, text, at);
    tellComment(by ? 'COMMENT' : 'ADMIN_COMMENT', one, at);
    if (!by) announce(one);
    return one;
  }
  /** Whoever has a part in the thread sees what the Page writes there. */
  function announce(one: Comment): void {
    const people = new Set(state.comments.filter(({ post }) => post === one.post).map(({ by }) => by?.id));
    if (one.post.by) people.add(one.post.by.id);
    for (const persona of people)
      if (persona !== undefined)
        for (const listener of listeners)
          listener({ persona, thread: one.post.activity, message: seen(one, persona), isPublic: true });
  }
  const change = (one: Comment, text: string) => {
    one.text = text;
    one.changedAt = now();
    tellComment('COMMENT_EDIT', one, one.changedAt);
  };
  const remove = (one: Comment) => {
    one.isGone = true;
    tellComment('COMMENT_DELETE', one, now());
  };
  const own = (persona: Persona, id: string) => {
    const one = state.comments.find((each) => commentUrn(each) === id && each.by?.id === persona.id && !each.isGone);
    if (!one) throw new Error(`${persona.name} has no comment ${id}`);
    return one;
  };
  const seen = (one: Comment, viewer: string): SeenMessage => ({
    id: commentUrn(one),
    by: one.by === null ? 'company' : one.by.id === viewer ? 'me' : 'other',
    name: one.by?.name ?? parts.name,
    text: one.text,
    at: one.at,
    likes: one.likes.size,
    ...(one.parent ? { inReplyTo: commentUrn(one.parent) } : {}),
    ...(one.isGone ? { isDeleted: true } : {}),
  });
  const placeOf = (post: Post): Place =>
    post.by ? ELSEWHERE : { id: post.activity, kind: 'post', isPublic: true, label: `Comment on: ${post.text}` };

  function threadOf(post: Post, viewer: Persona): SeenThread | null {
    const all = state.comments.filter((one) => one.post === post);
    if (post.by?.id !== viewer.id && !all.some(({ by }) => by?.id === viewer.id)) return null;
    const said: SeenMessage[] = post.by
      ? [
          {
            id: post.share,
            by: post.by.id === viewer.id ? 'me' : 'other',
            name: post.by.name,
            text: post.text,
            at: post.at,
          },
        ]
      : [];
    return {
      id: post.activity,
      place: placeOf(post),
      title: post.text,
      messages: [...said, ...all.map((one) => seen(one, viewer.id))],
    };
  }

  function recall({ thread, id, by, persona, text, at, inReplyTo }: Remembered): void {
    const post = postBy(state, thread) ?? publish('An earlier post', null, at);
    const number = /,(\d+)\)$/.exec(id)?.[1];
    const parent = state.comments.find((one) => commentUrn(one) === inReplyTo) ?? null;
    put(by === 'person' ? (persona ?? null) : null, post, parent, text, at, number);
  }

  return {
    comment,
    change,
    remove,
    network: {
      channel: 'linkedin',
      name: 'LinkedIn',
      faults,
      places: () => [
        ...state.posts
          .filter(({ by }) => by === null)
          .toReversed()
          .map(placeOf),
        ELSEWHERE,
      ],
      async say(persona, { place, text, inReplyTo, at = now() }) {
        if (place === ELSEWHERE.id) {
          const { share } = mention(persona, text, at);
          return { id: share, thread: share };
        }
        const post = postBy(state, place);
        if (!post) throw new Error(`LinkedIn has no place ${place}`);
        const parent = state.comments.find((one) => commentUrn(one) === inReplyTo) ?? null;
        return { id: commentUrn(comment(persona, post, parent, text, at)), thread: post.activity };
      },
      edit: async (persona, id, text) => change(own(persona, id), text),
      remove: async (persona, id) => remove(own(persona, id)),
      view: (persona) =>
        state.posts
          .toReversed()
          .map((post) => threadOf(post, persona))
          .filter((thread) => thread !== null),
      remember: (said) => said.forEach(recall),
      onAnswer(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      settled: () => courier.settled(),
    },
  };
}
