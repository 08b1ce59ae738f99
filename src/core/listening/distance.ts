/** How many letters must be put in, left out, changed or swapped, no more than `most`; `most + 1`: more than that. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let best = Math.min(last[column] ?? 0, now[column - 1] ?? 0) + 1;
      best = Math.min(best, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (older[column - 2] ?? 0) + 1);
      now.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return most + 1;
    [older, last] = [last, now];
  }
  return last[b.length] ?? most + 1;
}
