/** What one message consists of, and what it is. */
export interface Row {
  readonly index: Uint32Array;
  readonly value: Float32Array;
  /** One label a head; -1: nothing is said about it. */
  readonly labels: readonly number[];
  readonly weight: number;
}
export interface Settings {
  readonly sizes: readonly number[];
  readonly places: number;
  /** Places below this are never left out. */
  readonly kept: number;
  readonly rounds: number;
  readonly rate: number;
  readonly shrink: number;
  /** This share of what a message consists of is left out while learning, so that no single word decides. */
  readonly dropped: number;
  readonly classPower: number;
  readonly seed: number;
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Multinomial logistic regression, all heads at once on one table, by AdaGrad. */
export function learn(rows: readonly Row[], settings: Settings): Float32Array {
  const { sizes, places, rounds, rate, shrink, dropped, kept } = settings;
  const width = sizes.reduce((sum, size) => sum + size, 0);
  const weights = new Float32Array(places * width);
  const squares = new Float32Array(places * width).fill(1e-3);
  const random = randomFrom(settings.seed);
  const order = rows.map((_, at) => at);
  const classWeights = weigh(rows, sizes, settings.classPower);
  const logits = new Float64Array(width);
  const gradient = new Float64Array(width);
  const most = rows.reduce((max, row) => Math.max(max, row.index.length), 0);
  const [live, liveValue] = [new Uint32Array(most), new Float32Array(most)];
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const nth of order) {
      const row = rows[nth] as Row;
      let count = 0;
      for (let at = 0; at < row.index.length; at++) {
        const place = row.index[at] as number;
        if (place >= kept && dropped > 0 && random() < dropped) continue;
        live[count] = place * width;
        liveValue[count++] = (row.value[at] as number) / (place >= kept ? 1 - dropped : 1);
      }
      logits.fill(0);
      for (let at = 0; at < count; at++) {
        const base = live[at] as number;
        const value = liveValue[at] as number;
        for (let label = 0; label < width; label++)
          (logits[label] as number) += value * (weights[base + label] as number);
      }
      let from = 0;
      sizes.forEach((size, head) => {
        const label = row.labels[head] as number;
        let top = Number.NEGATIVE_INFINITY;
        for (let at = from; at < from + size; at++) top = Math.max(top, logits[at] as number);
        let sum = 0;
        for (let at = from; at < from + size; at++) sum += Math.exp((logits[at] as number) - top);
        const weight = label < 0 ? 0 : row.weight * ((classWeights[head] as number[])[label] as number);
        for (let at = from; at < from + size; at++)
          gradient[at] = weight * (Math.exp((logits[at] as number) - top) / sum - (at - from === label ? 1 : 0));
        from += size;
      });
      for (let at = 0; at < count; at++) {
        const base = live[at] as number;
        const value = liveValue[at] as number;
        for (let label = 0; label < width; label++) {
          const slot = base + label;
          const g = (gradient[label] as number) * value + shrink * (weights[slot] as number);
          const square = (squares[slot] as number) + g * g;
          squares[slot] = square;
          weights[slot] = (weights[slot] as number) - (rate * g) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

function weigh(rows: readonly Row[], sizes: readonly number[], power: number): number[][] {
  return sizes.map((size, head) => {
    const counts = new Array<number>(size).fill(0);
    for (const { labels } of rows) if ((labels[head] as number) >= 0) (counts[labels[head] as number] as number)++;
    const sum = counts.reduce((all, count) => all + count, 0);
    return counts.map((count) => (sum / (size * Math.max(1, count))) ** power);
  });
}

export function logitsOf(weights: Float32Array, width: number, row: Pick<Row, 'index' | 'value'>): Float64Array {
  const out = new Float64Array(width);
  for (let at = 0; at < row.index.length; at++) {
    const base = (row.index[at] as number) * width;
    for (let label = 0; label < width; label++)
      (out[label] as number) += (row.value[at] as number) * (weights[base + label] as number);
  }
  return out;
}
