/** A smaller difference is a bar of the browser's own. Pixels. */
const KEYS_PX = 120;

/**
 * Where a browser lays its keyboard over the page instead of making room for it, the page makes the room: what one
 * writes in must be seen.
 */
export function followKeyboard(): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    const isCovered = seen.scale < 1.01 && innerHeight - seen.height > KEYS_PX;
    const { style } = document.documentElement;
    if (isCovered) {
      style.setProperty('--seen-height', `${Math.round(seen.height)}px`);
      // The browser has pushed the page up to show what is typed in; it fits now.
      scrollTo(0, 0);
    } else style.removeProperty('--seen-height');
  };
  seen.addEventListener('resize', fit);
}
