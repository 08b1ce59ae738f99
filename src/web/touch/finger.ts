import { goesBackByItself, isRightToLeft } from './device.ts';
import { BROWSERS_EDGE, type Course, canScroll, courseOf, REST_MS, speedOf } from './geometry.ts';

/** What is done with a finger; distances in pixels, as on the glass. */
export interface Follower {
  /** It goes across. False: this is not for us. */
  readonly onBegin: (dx: number) => boolean;
  readonly onMove: (dx: number) => void;
  readonly onEnd: (dx: number, speed: number) => void;
  /** The browser took it, or a second finger came. */
  readonly onCancel: () => void;
  /** It came down and stays. */
  readonly onRest?: () => void;
}
interface Going {
  readonly id: number;
  readonly from: { readonly x: number; readonly y: number; readonly at: number };
  readonly target: Element;
  course: Course;
  rest: ReturnType<typeof setTimeout> | null;
  track: { x: number; at: number }[];
}

/** These know themselves what a finger on them means. */
const OWN = 'input, textarea, select, [contenteditable="true"], [role="slider"], audio, video, iframe';
/** The click that a browser still sends after a finger was let go comes within this. Milliseconds. */
const CLICK_MS = 400;
const TRACKED = 12;

/** Follows one finger on an element. @returns how it stops */
export function followFinger(element: HTMLElement, follower: Follower): () => void {
  let going: Going | null = null;
  let usedUntil = 0;
  const stop = () => {
    if (going?.rest) clearTimeout(going.rest);
    const was = going;
    going = null;
    return was;
  };
  const cancel = () => {
    if (stop()?.course === 'across') follower.onCancel();
  };

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') return;
    usedUntil = 0;
    if (!event.isPrimary) return cancel();
    if (!(event.target instanceof Element) || event.target.closest(OWN) || !mayBeginAt(event.clientX)) return;
    const from = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    const rest = follower.onRest
      ? setTimeout(() => {
          if (going?.course !== 'undecided') return;
          stop();
          usedUntil = performance.now() + 10 * CLICK_MS;
          follower.onRest?.();
        }, REST_MS)
      : null;
    going = { id: event.pointerId, from, target: event.target, course: 'undecided', rest, track: [] };
  };
  const move = (event: PointerEvent) => {
    if (going?.id !== event.pointerId) return;
    const { from } = going;
    const dx = event.clientX - from.x;
    if (going.course === 'undecided') {
      going.course = courseOf({ dx, dy: event.clientY - from.y, ms: event.timeStamp - from.at });
      if (going.course === 'undecided') return;
      if (going.course === 'along' || isForOthers(going.target, element, dx) || !follower.onBegin(dx)) {
        stop();
        return;
      }
      if (going.rest) clearTimeout(going.rest);
      element.setPointerCapture(event.pointerId);
    }
    going.track = [...going.track, { x: event.clientX, at: event.timeStamp }].slice(-TRACKED);
    follower.onMove(dx);
  };
  const up = (event: PointerEvent) => {
    if (going?.id !== event.pointerId) return;
    const { course, from, track } = going;
    stop();
    if (course !== 'across') return;
    usedUntil = performance.now() + CLICK_MS;
    follower.onEnd(event.clientX - from.x, speedOf([...track, { x: event.clientX, at: event.timeStamp }]));
  };
  /** What a finger did is not a click as well. */
  const swallow = (event: Event) => {
    if (performance.now() > usedUntil) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const listens = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', cancel],
  ] as const;
  for (const [name, act] of listens) element.addEventListener(name, act);
  element.addEventListener('click', swallow, true);
  element.addEventListener('contextmenu', swallow, true);
  return () => {
    cancel();
    for (const [name, act] of listens) element.removeEventListener(name, act);
    element.removeEventListener('click', swallow, true);
    element.removeEventListener('contextmenu', swallow, true);
  };
}

function mayBeginAt(x: number): boolean {
  if ((visualViewport?.scale ?? 1) > 1.01 || getSelection()?.isCollapsed === false) return false;
  return !goesBackByItself() || (x > BROWSERS_EDGE && x < innerWidth - BROWSERS_EDGE);
}

/** A strip between the finger and us that still has something to show that way moves first. */
function isForOthers(target: Element, until: Element, dx: number): boolean {
  if (getSelection()?.isCollapsed === false) return true;
  for (let at: Element | null = target; at && at !== until; at = at.parentElement) {
    const room = at.scrollWidth - at.clientWidth;
    if (room <= 1 || !/auto|scroll/.test(getComputedStyle(at).overflowX)) continue;
    if (canScroll({ offset: at.scrollLeft, room }, dx, isRightToLeft())) return true;
  }
  return false;
}
