/**
 * What every simulated network offers to the customer's side, to the personas and to the tests. The
 * networks themselves speak their real protocol on loopback; this is the hand inside the puppet.
 */

/** A made-up customer. Each network derives its own ids from `id`, so the same person is stable over restarts. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  /** BCP 47 */
  readonly language: string;
  readonly followers?: number;
}

/** Somewhere a customer can write: a post of the brand, the brand's wall, a private line, a mailbox. */
export interface Place {
  readonly id: string;
  readonly kind: 'post' | 'wall' | 'direct' | 'mail' | 'review' | 'elsewhere';
  readonly isPublic: boolean;
  /** "Comment on: Autumn is here..." */
  readonly label: string;
}

export interface Said {
  readonly place: string;
  readonly text: string;
  /** Answers this message (an id given back by `say` or seen in `view`). */
  readonly inReplyTo?: string;
  readonly subject?: string;
  /** A file to send along; the network serves or carries it as it really would. */
  readonly attachment?: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };
  /** For history: when it was said. */
  readonly at?: Date;
}

/** One line as a person sees it on that network. */
export interface SeenMessage {
  readonly id: string;
  readonly by: 'me' | 'company' | 'other';
  readonly name: string;
  readonly text: string;
  readonly at: Date;
  readonly inReplyTo?: string;
  readonly isDeleted?: boolean;
  readonly isHidden?: boolean;
  readonly likes?: number;
  /** Names of what hangs on it. */
  readonly files?: readonly string[];
}
export interface SeenThread {
  readonly id: string;
  readonly place: Place;
  readonly title: string;
  readonly messages: readonly SeenMessage[];
}

/** Dials, all off at 0. Shares are 0..1; drawn with the seeded generator, so a run can be repeated. */
export interface Faults {
  /** Share of deliveries to us that are lost, sent twice, or sent out of order. */
  drop: number;
  duplicate: number;
  reorder: number;
  delayMs: number;
  /** Share of our calls that are carried out and then answered 500, or never answered at all. */
  failAfterAccept: number;
  timeoutAfterAccept: number;
  /** Share of our calls answered 500 before anything was done. */
  failBefore: number;
  /** Share of our calls answered with the network's own rate-limit error. */
  rateLimit: number;
  /** Every call is answered as for a revoked token. */
  isTokenRevoked: boolean;
  /** Nothing is delivered to us, and nothing says so. */
  isSilent: boolean;
}
export const noFaults = (): Faults => ({
  drop: 0,
  duplicate: 0,
  reorder: 0,
  delayMs: 0,
  failAfterAccept: 0,
  timeoutAfterAccept: 0,
  failBefore: 0,
  rateLimit: 0,
  isTokenRevoked: false,
  isSilent: false,
});

/** The company's answer as it reached a person. */
export interface Answer {
  readonly persona: string;
  readonly thread: string;
  readonly message: SeenMessage;
  readonly isPublic: boolean;
}

/** Something that was said in an earlier run, as the desk remembers it. */
export interface Remembered {
  /** The company's account on this network. */
  readonly account: string;
  readonly thread: string;
  readonly kind: Place['kind'];
  readonly id: string;
  readonly by: 'person' | 'company';
  /** Who said it, or to whom the company said it in private. Absent for the company's words in public. */
  readonly persona?: Persona;
  readonly text: string;
  readonly subject?: string;
  readonly at: Date;
  readonly inReplyTo?: string;
  /** Of a review. */
  readonly stars?: number;
  /** Of a recommendation, where there are no stars. */
  readonly isPositive?: boolean;
  /** The company hid it from others. */
  readonly isHidden?: boolean;
}

export interface SimulatedNetwork {
  /** `facebook`, `email`, `google_reviews`: as the desk calls it. */
  readonly channel: string;
  readonly name: string;
  readonly faults: Faults;
  places(persona: Persona): readonly Place[];
  say(persona: Persona, said: Said): Promise<{ readonly id: string; readonly thread: string }>;
  edit?(persona: Persona, messageId: string, text: string): Promise<void>;
  remove?(persona: Persona, messageId: string): Promise<void>;
  react?(persona: Persona, messageId: string, emoji: string): Promise<void>;
  /** Everything this person has a part in, newest thread first, as they would see it there. */
  view(persona: Persona): readonly SeenThread[];
  /** Puts back what an earlier run knew, oldest first, before anybody does anything. Nobody is told of it again. */
  remember(said: readonly Remembered[]): void;
  /** Called when something of the company's reaches a person. Returns how to stop it. */
  onAnswer(listener: (answer: Answer) => void): () => void;
  /** Resolves when everything said so far has been offered for delivery (webhooks posted and answered, or ready to be pulled). */
  settled(): Promise<void>;
  close(): Promise<void>;
}
