/** Another conversation, with the same list beside it. */
export const sameList = (old: object) => ({ ...old, at: undefined, room: undefined }) as never;

/** The same, opened at a message. */
export const sameListAt = (at: string) => (old: object) => ({ ...old, at, room: undefined }) as never;
