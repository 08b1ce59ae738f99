/** Units of one project in a day that begins at midnight in California. */
export class Quota {
  limit: number;
  readonly #now: () => Date;
  #day = '';
  #used = 0;

  constructor(limit: number, now: () => Date) {
    this.limit = limit;
    this.#now = now;
  }

  get used(): number {
    this.#turn();
    return this.#used;
  }

  /** @returns false when it is used up */
  spend(units: number): boolean {
    this.#turn();
    if (this.#used + units > this.limit) return false;
    this.#used += units;
    return true;
  }

  #turn(): void {
    const day = this.#now().toLocaleDateString('sv-SE', { timeZone: 'America/Los_Angeles' });
    if (day !== this.#day) this.#used = 0;
    this.#day = day;
  }
}
