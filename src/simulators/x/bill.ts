/** US dollars. Source: X docs, "Pay per use", August 2026. */
const PRICES = { post: 0.005, user: 0.01, message: 0.01 } as const;

/** What an account has been given today, as the network's own accounting has it: each thing once in a UTC day. */
export class Bill {
  readonly #now: () => Date;
  #day = '';
  readonly #charged = new Map<string, number>();
  constructor(now: () => Date) {
    this.#now = now;
  }

  charge(path: string, answer: unknown): void {
    const { data, includes = {} } = answer as { data?: unknown; includes?: Record<string, unknown> };
    this.#add(path.startsWith('/2/dm_') ? 'message' : /^\/2\/users\/\w+$/.test(path) ? 'user' : 'post', data);
    this.#add('user', includes.users);
    this.#add('post', includes.tweets);
  }
  get usd(): number {
    this.#turnPage();
    return [...this.#charged.values()].reduce((sum, one) => sum + one, 0);
  }

  #add(what: keyof typeof PRICES, things: unknown): void {
    this.#turnPage();
    for (const thing of Array.isArray(things) ? things : [things])
      if (typeof thing === 'object' && thing !== null && 'id' in thing)
        this.#charged.set(`${what} ${String(thing.id)}`, PRICES[what]);
  }
  #turnPage(): void {
    const day = this.#now().toISOString().slice(0, 10);
    if (day !== this.#day) this.#charged.clear();
    this.#day = day;
  }
}
