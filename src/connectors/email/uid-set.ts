/** UIDs as IMAP writes them, `1:40,43`: two weeks of a busy mailbox fit in a line. */
export class UidSet {
  readonly #uids: ReadonlySet<number>;

  private constructor(uids: Iterable<number>) {
    this.#uids = new Set(uids);
  }

  static empty(): UidSet {
    return new UidSet([]);
  }

  static parse(text: string): UidSet {
    const uids: number[] = [];
    for (const range of text.split(',')) {
      const [first = Number.NaN, last = first] = range.split(':').map(Number);
      // A damaged cursor must not make a loop of billions.
      for (let uid = first; uid <= last && uids.length < 1_000_000; uid++) uids.push(uid);
    }
    return new UidSet(uids);
  }

  has(uid: number): boolean {
    return this.#uids.has(uid);
  }

  with(uids: Iterable<number>): UidSet {
    return new UidSet([...this.#uids, ...uids]);
  }

  /** Drops what lies below: gaps that deleted mails would leave are kept closed, so the text stays short. */
  from(lowest: number): UidSet {
    return new UidSet([...this.#uids].filter((uid) => uid >= lowest));
  }

  toString(): string {
    const ranges: string[] = [];
    const sorted = [...this.#uids].toSorted((a, b) => a - b);
    for (let at = 0; at < sorted.length; at++) {
      const first = sorted[at] ?? 0;
      let last = first;
      while (sorted[at + 1] === last + 1) last = sorted[++at] ?? last;
      ranges.push(first === last ? `${first}` : `${first}:${last}`);
    }
    return ranges.join(',');
  }
}
