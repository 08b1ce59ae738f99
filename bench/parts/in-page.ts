/** What runs in the page, as text: our compiler settings do not reach there. */

/** A row of the list. */
export const ROW = 'section[aria-label="Conversations"] li a';

export interface Paints {
  readonly first: number;
  readonly largest: number;
  /** Time beyond 50 ms of every task that took longer. */
  readonly blocked: number;
  readonly shift: number;
}

export const WATCH_PAINTS = `{
  const seen = (window.benchPaints = { first: 0, largest: 0, blocked: 0, shift: 0 });
  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.first = entry.startTime; });
  watch('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
  watch('longtask', (entry) => { seen.blocked += Math.max(0, entry.duration - 50); });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
}`;
export const READ_PAINTS = 'window.benchPaints';

/** From the click on a row to the frame that shows what was said there, in milliseconds. */
export const openRow = (nth: number): string => `(async () => {
  const rows = [...document.querySelectorAll(${JSON.stringify(ROW)})];
  const row = rows[${nth} + 1] ?? rows[0];
  const id = row.href;
  const before = document.querySelector('article[data-direction]');
  const start = performance.now();
  row.click();
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = document.querySelector('article[data-direction]');
    const isHere = location.href === id || location.href.includes(new URL(id).searchParams.get('c') ?? '\\u0000');
    if (shown && shown !== before && isHere) break;
    if (performance.now() - start > 5000) throw new Error('The conversation did not open.');
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
})()`;

const FIND_LIST = `let list = document.querySelector(${JSON.stringify(ROW)});
  while (list && getComputedStyle(list).overflowY !== 'auto') list = list.parentElement;`;

/** Frame after frame for so long, the list pushed on by so many pixels at each; how long each frame took. */
export const frames = (lastsMs: number, pixels: number): string => `(async () => {
  ${FIND_LIST}
  const deltas = [];
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  const end = last + ${lastsMs};
  while (last < end) {
    list.scrollTop += ${pixels};
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    deltas.push(now - last);
    last = now;
  }
  return deltas;
})()`;
/** How many rows were passed. */
export const LAST_ROW = `(() => {
  ${FIND_LIST}
  return Math.round(list.scrollTop / 90);
})()`;

/** From a key's own time to the frame that shows it. */
export const WATCH_KEYS = `{
  const times = (window.benchKeys = []);
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - event.timeStamp)));
  }, { capture: true });
}`;
export const READ_KEYS = 'window.benchKeys';
