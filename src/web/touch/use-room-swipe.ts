import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isPhone, isRightToLeft, wantsStillness } from './device.ts';
import { followFinger } from './finger.ts';
import { isMeant, towardsEnd } from './geometry.ts';
import { type RoomName, roomTowards, standsAt, upperOf } from './rooms.ts';

/** The rest of the way after the finger has left. Milliseconds. */
const GLIDE_MS = 180;

/** On a phone the rooms lie on each other like sheets, and a finger across takes the upper one off, or lays it on. */
export function useRoomSwipe(root: RefObject<HTMLElement | null>, room: RoomName, go: (to: RoomName) => void): void {
  const now = useRef({ room, go });
  const settle = useRef<() => void>(() => {});
  useLayoutEffect(() => {
    // The room that was gone to is drawn: what lay under it goes.
    if (now.current.room !== room) settle.current();
    now.current = { room, go };
  });

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let way: { from: RoomName; to: RoomName; upper: HTMLElement } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const put = (upper: HTMLElement, at: number, glide: boolean) => {
      upper.style.transition = glide && !wantsStillness() ? `translate ${GLIDE_MS}ms ease-out` : 'none';
      upper.style.translate = `${towardsEnd(at, isRightToLeft())}px`;
    };
    const tidy = () => {
      clearTimeout(timer);
      delete element.dataset.swiping;
      for (const one of element.querySelectorAll<HTMLElement>('[data-room]')) {
        one.style.translate = '';
        one.style.transition = '';
        delete one.dataset.upper;
      }
    };
    settle.current = tidy;
    const glideTo = (isThere: boolean) => {
      if (!way) return;
      const { from, to, upper } = way;
      way = null;
      const isBack = upperOf(from, to) === from;
      put(upper, isBack === isThere ? element.clientWidth : 0, true);
      const arrive = () => {
        if (!isThere) return tidy();
        now.current.go(to);
        // The way there may be closed; then nothing stays as it was left.
        timer = setTimeout(tidy, 2 * GLIDE_MS);
      };
      timer = setTimeout(arrive, wantsStillness() ? 0 : GLIDE_MS);
    };
    const distanceOf = (dx: number) => towardsEnd(dx, isRightToLeft());
    const end = followFinger(element, {
      onBegin: (dx) => {
        if (!isPhone() || element.dataset.swiping) return false;
        const from = now.current.room;
        const to = roomTowards(from, distanceOf(dx));
        const upper = to && element.querySelector<HTMLElement>(`[data-room="${upperOf(from, to)}"]`);
        if (!to || !upper) return false;
        way = { from, to, upper };
        upper.dataset.upper = '';
        element.dataset.swiping = `${from} ${to}`;
        return true;
      },
      onMove: (dx) => {
        if (way) put(way.upper, standsAt(way.from, way.to, distanceOf(dx), element.clientWidth), false);
      },
      onEnd: (dx, speed) => {
        const isRightWay = way !== null && roomTowards(way.from, distanceOf(dx)) === way.to;
        glideTo(isRightWay && isMeant(dx, speed, element.clientWidth));
      },
      onCancel: () => glideTo(false),
    });
    return () => {
      end();
      tidy();
    };
  }, [root]);
}
