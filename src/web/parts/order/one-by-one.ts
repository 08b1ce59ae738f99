/**
 * Sends what somebody wants one after the other: what is wanted meanwhile waits, and of that only the latest is sent. So
 * the last press holds, in whichever order answers come.
 * @param send does not throw
 * @returns when nothing is on its way any more
 */
export function createOneByOne<Wish>(send: (wish: Wish) => Promise<unknown>): (wish: Wish) => Promise<void> {
  let waiting: { readonly wish: Wish } | null = null;
  let working: Promise<void> | null = null;
  async function work(): Promise<void> {
    while (waiting) {
      const { wish } = waiting;
      waiting = null;
      await send(wish);
    }
    working = null;
  }
  return (wish) => {
    waiting = { wish };
    working ??= work();
    return working;
  };
}
