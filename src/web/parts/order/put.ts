/** An order in which one stands at a place, counted from 0; beyond the ends is at the end. */
export function put(order: readonly string[], id: string, at: number): readonly string[] {
  const next = order.filter((one) => one !== id);
  next.splice(Math.min(Math.max(at, 0), next.length), 0, id);
  return next;
}
