/** How well labels were told: the share that is right, and F1 over the labels there are, each counting alike. */
export interface Score {
  readonly accuracy: number;
  readonly f1: number;
}

export function scoreLabels(pairs: readonly (readonly [told: number, right: number])[]): Score {
  if (pairs.length === 0) return { accuracy: 0, f1: 0 };
  const labels = [...new Set(pairs.map(([, right]) => right))];
  const each = labels.map((label) => {
    const hits = pairs.filter(([told, right]) => told === label && right === label).length;
    const told = pairs.filter((pair) => pair[0] === label).length;
    const right = pairs.filter((pair) => pair[1] === label).length;
    return told + right === 0 ? 0 : (2 * hits) / (told + right);
  });
  return {
    accuracy: pairs.filter(([told, right]) => told === right).length / pairs.length,
    f1: each.reduce((sum, one) => sum + one, 0) / each.length,
  };
}

export function likeliest(p: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < p.length; at++) if ((p[at] ?? 0) > (p[best] ?? 0)) best = at;
  return best;
}
