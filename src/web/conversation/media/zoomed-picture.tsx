import { useEffect, useRef, useState } from 'react';

interface Shift {
  readonly x: number;
  readonly y: number;
}
const MIDDLE: Shift = { x: 0, y: 0 };

/** A picture that can be drawn larger and moved about; a double click goes in and out. */
export function ZoomedPicture({
  url,
  alt,
  zoom,
  onToggle,
}: {
  readonly url: string;
  readonly alt: string;
  readonly zoom: number;
  readonly onToggle: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState(MIDDLE);
  const [isHeld, setHeld] = useState(false);
  const toggle = useRef(onToggle);
  useEffect(() => {
    toggle.current = onToggle;
  });
  useEffect(() => {
    const area = box.current;
    if (!area) return;
    const over = new AbortController();
    const { signal } = over;
    area.addEventListener('dblclick', () => toggle.current(), { signal });
    if (zoom === 1) setShift(MIDDLE);
    else {
      area.addEventListener(
        'pointerdown',
        (event) => {
          area.setPointerCapture(event.pointerId);
          setHeld(true);
        },
        { signal },
      );
      area.addEventListener(
        'pointermove',
        (event) => {
          if (area.hasPointerCapture(event.pointerId))
            setShift(({ x, y }) => ({ x: x + event.movementX, y: y + event.movementY }));
        },
        { signal },
      );
      area.addEventListener('lostpointercapture', () => setHeld(false), { signal });
    }
    return () => over.abort();
  }, [zoom]);
  const cursor = zoom === 1 ? 'cursor-zoom-in' : isHeld ? 'cursor-grabbing' : 'cursor-grab';
  return (
    <div ref={box} className={`relative h-full touch-none overflow-hidden ${cursor}`}>
      <img
        src={url}
        alt={alt}
        draggable={false}
        className={`absolute inset-4 m-auto max-h-[calc(100%-32px)] max-w-[calc(100%-32px)] object-contain select-none ${isHeld ? '' : 'transition-transform duration-150 motion-reduce:transition-none'}`}
        style={{ transform: `translate(${shift.x}px, ${shift.y}px) scale(${zoom})` }}
      />
    </div>
  );
}
