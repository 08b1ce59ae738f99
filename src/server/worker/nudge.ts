/** A person's wish that what rests be tried again, for whoever reads an inbox now or next. */
export interface Nudge {
  give(): void;
  /** `heed` is called for each wish, and for one that nobody heeded yet. Returns how to stop. */
  listen(heed: () => void): () => void;
}

export function createNudge(): Nudge {
  let heeding: (() => void) | null = null;
  let isOpen = false;
  return {
    give() {
      isOpen = heeding === null;
      heeding?.();
    },
    listen(heed) {
      heeding = heed;
      if (isOpen) heed();
      isOpen = false;
      return () => {
        if (heeding === heed) heeding = null;
      };
    },
  };
}
