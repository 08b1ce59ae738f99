/** What the server says to a browser in which no desk is open. Shares nothing with the desk: the worker is small. */
export interface Pushed {
  readonly title: string;
  readonly body: string;
  /** The notice's id: the same one is shown once. */
  readonly tag: string;
  /** Where it leads, on our own address. */
  readonly url: string;
}

/** Null for what is no notice of ours. */
export function readPush(text: string): Pushed | null {
  try {
    const { title, body, tag, url } = JSON.parse(text) as Partial<Record<keyof Pushed, unknown>>;
    if (typeof title !== 'string' || title === '' || typeof tag !== 'string') return null;
    const isPath = typeof url === 'string' && url.startsWith('/') && !url.startsWith('//');
    return { title, body: typeof body === 'string' ? body : '', tag, url: isPath ? url : '/desk' };
  } catch {
    return null;
  }
}
