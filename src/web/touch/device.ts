/** One room at a time: the same width as `max-phone:` in the classes. */
export const isPhone = () => matchMedia('(max-width: 720px)').matches;
export const isRightToLeft = () => document.documentElement.dir === 'rtl';
export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
/** Only these browsers go back themselves when a finger comes in from the side and still tell the page of it. */
export const goesBackByItself = () => 'standalone' in navigator;
/** Felt where the device can; nothing hangs on it. */
export function tick(): void {
  if ('vibrate' in navigator && !wantsStillness()) navigator.vibrate(8);
}
