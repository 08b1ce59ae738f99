/** What the window remembers between pages: whose talk it is, and what was half written. No cookie. */
export interface Keep {
  get(name: string): string | null;
  set(name: string, value: string | null): void;
}

/** In the browser's own storage; in memory, until the page is left, where that is refused. */
export function createKeep(inbox: string, storage: () => Storage = () => localStorage): Keep {
  const memory = new Map<string, string>();
  const keyOf = (name: string) => `earshot-chat/${inbox}/${name}`;
  const attempt = <Result>(work: (storage: Storage) => Result): Result | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  return {
    get: (name) => memory.get(name) ?? attempt((kept) => kept.getItem(keyOf(name))),
    set(name, value) {
      if (value === null) memory.delete(name);
      else memory.set(name, value);
      attempt((kept) => (value === null ? kept.removeItem(keyOf(name)) : kept.setItem(keyOf(name), value)));
    },
  };
}
