/** What a way is called by: the thread that is replied in, or the public message that is answered in private. */
export const wayKey = (kind: 'reply' | 'private_reply', id: string | null | undefined) => `${kind}:${id}`;
