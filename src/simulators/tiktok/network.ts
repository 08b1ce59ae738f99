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
import { type Comment, find, type State, type Video } from './state.ts';

interface NetworkParts {
  readonly state: State;
  readonly faults: Faults;
  readonly now: () => Date;
  readonly name: string;
  readonly videos: readonly string[];
  /** Tells the other side what became of a comment. */
  readonly tell: (action: string, comment: Comment) => void;
  readonly settled: () => Promise<void>;
}
/** What happens below the videos of one business. */
export interface TikTokBusiness {
  readonly network: Omit<SimulatedNetwork, 'close'>;
  comment(by: Persona | null, video: Video, parent: Comment | null, text: string): Comment;
  remove(comment: Comment): void;
  setHidden(comment: Comment, isHidden: boolean): void;
}

const FIRST = 7_100_000_000_000_000_001n;

export function openTikTokNetwork(parts: NetworkParts): TikTokBusiness {
  const { state, faults, now, tell } = parts;
  const listeners = new Set<(answer: Answer) => void>();
  let count = 0n;
  const newId = () => {
    count += 128n;
    return String(FIRST + count);
  };
  const publish = (caption: string, at = now(), id = newId()): Video => {
    const video = { id, caption, at };
    state.videos.push(video);
    return video;
  };
  for (const caption of parts.videos) publish(caption);

  function put(
    by: Persona | null,
    video: Video,
    parent: Comment | null,
    text: string,
    at: Date,
    id = newId(),
  ): Comment {
    const shownAt = performance.now() + (by === null ? 0 : faults.delayMs);
    const top = parent?.parent ?? parent;
    const one = { id, video, parent: top, by, text, at, shownAt, isGone: false, isHidden: false, isLiked: false };
    state.comments.push(one);
    return one;
  }
  function comment(by: Persona | null, video: Video, parent: Comment | null, text: string, at = now()): Comment {
    const one = put(by, video, parent, text, at);
    tell('insert', one);
    if (by === null) announce(one);
    return one;
  }
  function announce(one: Comment): void {
    const people = new Set(state.comments.filter(({ video }) => video === one.video).map(({ by }) => by?.id));
    for (const persona of people)
      if (persona !== undefined)
        for (const listener of listeners)
          listener({ persona, thread: one.video.id, message: seen(one, persona), isPublic: true });
  }
  const remove = (one: Comment) => {
    one.isGone = true;
    tell('delete', one);
  };

  const seen = (one: Comment, viewer: string): SeenMessage => ({
    id: one.id,
    by: one.by === null ? 'company' : one.by.id === viewer ? 'me' : 'other',
    name: one.by?.name ?? parts.name,
    text: one.text,
    at: one.at,
    likes: one.isLiked ? 1 : 0,
    ...(one.parent ? { inReplyTo: one.parent.id } : {}),
    ...(one.isGone ? { isDeleted: true } : {}),
    ...(one.isHidden ? { isHidden: true } : {}),
  });
  const placeOf = (video: Video): Place => ({
    id: video.id,
    kind: 'post',
    isPublic: true,
    label: `Comment on: ${video.caption}`,
  });
  function threadOf(video: Video, viewer: Persona): SeenThread | null {
    const all = state.comments.filter((one) => one.video === video);
    if (!all.some(({ by }) => by?.id === viewer.id)) return null;
    const messages = all.map((one) => seen(one, viewer.id));
    return { id: video.id, place: placeOf(video), title: video.caption, messages };
  }
  function recall({ thread, id, by, persona, text, at, inReplyTo }: Remembered): void {
    const video = state.videos.find((one) => one.id === thread) ?? publish('An earlier video', at, thread);
    put(by === 'person' ? (persona ?? null) : null, video, find(state, inReplyTo) ?? null, text, at, id);
  }

  return {
    comment,
    remove,
    setHidden(one, isHidden) {
      one.isHidden = isHidden;
      tell(isHidden ? 'set_to_hidden' : 'set_to_public', one);
    },
    network: {
      channel: 'tiktok',
      name: 'TikTok',
      faults,
      places: () => state.videos.toReversed().map(placeOf),
      async say(persona, { place, text, inReplyTo, at = now() }) {
        const video = state.videos.find(({ id }) => id === place);
        if (!video) throw new Error(`TikTok has no place ${place}`);
        const { id } = comment(persona, video, find(state, inReplyTo) ?? null, text, at);
        return { id, thread: video.id };
      },
      async remove(persona, id) {
        const one = find(state, id);
        if (!one || one.by?.id !== persona.id) throw new Error(`${persona.name} has no comment ${id}`);
        remove(one);
      },
      view: (persona) =>
        state.videos
          .toReversed()
          .map((video) => threadOf(video, persona))
          .filter((thread) => thread !== null),
      remember: (said) => said.forEach(recall),
      onAnswer(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      settled: parts.settled,
    },
  };
}
