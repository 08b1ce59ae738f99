import {
  type Answer,
  type Faults,
  noFaults,
  type Persona,
  type Place,
  type Remembered,
  type SeenMessage,
  type SeenThread,
  type SimulatedNetwork,
} from '../network.ts';

/** One review as it stands on the network. */
export interface Written {
  readonly id: string;
  readonly by: Persona;
  readonly saidAt: Date;
  stars: number;
  text: string;
  changedAt: Date;
  isGone: boolean;
  readonly picture: { readonly mimeType: string; readonly bytes: Uint8Array } | null;
  answer: { id: string; text: string; at: Date; madeAt: Date } | null;
}

export interface ReviewsOptions {
  readonly channel: string;
  /** On screen: "Google reviews". */
  readonly name: string;
  /** Of what: a place, an app. */
  readonly of: string;
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: () => string;
  readonly newAnswerId: () => string;
}

/** What people wrote about one place or app, and what was answered: the same on every network of reviews. */
export interface Reviews {
  readonly network: Omit<SimulatedNetwork, 'close'>;
  readonly faults: Faults;
  /** As a list call sees them, newest change first, with what the dials do to lists. */
  listed(): readonly Written[];
  find(id: string): Written | undefined;
  /** The review that has this answer. */
  answered(id: string): Written | undefined;
  answer(review: Written, text: string, at?: Date): NonNullable<Written['answer']>;
  unanswer(review: Written): void;
}

interface Put {
  readonly text: string;
  readonly at?: Date;
  readonly attachment?: { readonly mimeType: string; readonly bytes: Uint8Array };
  readonly id?: string;
}

export function openReviews({ channel, name, of, now, random, newId, newAnswerId }: ReviewsOptions): Reviews {
  const faults = noFaults();
  const all: Written[] = [];
  const told = new Map<string, number>();
  const listeners = new Set<(answer: Answer) => void>();
  const isDrawn = (share: number) => share > 0 && random() < share;
  const placeOf = (stars: number): Place => ({
    id: `stars:${stars}`,
    kind: 'review',
    isPublic: true,
    label: `Review ${of} with ${stars} ${stars === 1 ? 'star' : 'stars'}`,
  });
  const find = (id: string) => all.find((one) => one.id === id && !one.isGone);

  function put(by: Persona, stars: number, { text, at = now(), attachment, id = newId() }: Put): Written {
    const picture = attachment ?? null;
    const review: Written = { id, by, stars, text, saidAt: at, changedAt: at, isGone: false, picture, answer: null };
    all.push(review);
    told.set(id, performance.now());
    return review;
  }
  function own(persona: Persona, id: string): Written {
    const review = find(id);
    if (!review || review.by.id !== persona.id) throw new Error(`${persona.name} has no review ${id}`);
    return review;
  }

  return {
    faults,
    find,
    answered: (id) => all.find((one) => one.answer?.id === id && !one.isGone),
    listed() {
      if (faults.isSilent) return [];
      const due = performance.now() - faults.delayMs;
      const list = all
        .filter((one) => !one.isGone && (told.get(one.id) ?? 0) <= due && !isDrawn(faults.drop))
        .sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
        .flatMap((one) => (isDrawn(faults.duplicate) ? [one, one] : [one]));
      if (list.length > 1 && isDrawn(faults.reorder)) list.push(...list.splice(0, 1));
      return list;
    },
    answer(review, text, at = now()) {
      const old = review.answer;
      review.answer = { id: old?.id ?? newAnswerId(), text, at, madeAt: old?.madeAt ?? at };
      const message = answerSeen(review, of);
      if (message)
        for (const tell of listeners) tell({ persona: review.by.id, thread: review.id, message, isPublic: true });
      return review.answer;
    },
    unanswer(review) {
      review.answer = null;
    },
    network: {
      channel,
      name,
      faults,
      places: () => [2, 1, 3, 4, 5].map(placeOf),
      async say(persona, { place, ...said }) {
        const stars = Number(/^stars:([1-5])$/.exec(place)?.[1]);
        if (!stars) throw new Error(`${name} has no place ${place}`);
        // these networks keep one review for a person: who writes anew has deleted the first
        for (const one of all) if (one.by.id === persona.id) one.isGone = true;
        const { id } = put(persona, stars, said);
        return { id, thread: id };
      },
      async edit(persona, id, text) {
        const review = own(persona, id);
        review.text = text;
        review.changedAt = now();
      },
      async remove(persona, id) {
        own(persona, id).isGone = true;
      },
      view: (persona) =>
        all
          .filter((one) => one.by.id === persona.id)
          .toReversed()
          .map((one) => threadSeen(one, placeOf(one.stars), of)),
      remember(said) {
        for (const one of said) recall(one);
      },
      onAnswer(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      settled: () => Promise.resolve(),
    },
  };

  function recall({ by, persona, text, at, id, thread, stars = 3 }: Remembered): void {
    if (by === 'person' && persona && !all.some((one) => one.id === id)) put(persona, stars, { text, at, id });
    const review = by === 'company' ? all.find((one) => one.id === thread) : undefined;
    if (review) review.answer = { id: newAnswerId(), text, at, madeAt: at };
  }
}

function answerSeen({ answer, id }: Written, of: string): SeenMessage | null {
  if (!answer) return null;
  return { id: answer.id, by: 'company', name: of, text: answer.text, at: answer.at, inReplyTo: id };
}

function threadSeen(review: Written, place: Place, of: string): SeenThread {
  const { id, by, text, saidAt, isGone } = review;
  const mine: SeenMessage = { id, by: 'me', name: by.name, text, at: saidAt, ...(isGone ? { isDeleted: true } : {}) };
  const answer = answerSeen(review, of);
  return { id, place, title: `${'★'.repeat(review.stars)} ${of}`, messages: answer ? [mine, answer] : [mine] };
}
