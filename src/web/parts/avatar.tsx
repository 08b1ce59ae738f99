import { useState } from 'react';
import { initials } from './initials.ts';

/** A person's picture, or their initials while there is none. Beside a name, so it says nothing to a screen reader. */
export function Avatar({
  name,
  url,
  size = 32,
  tone = 'theirs',
}: {
  readonly name: string;
  readonly url?: string | null;
  readonly size?: number;
  readonly tone?: 'theirs' | 'ours' | 'note';
}) {
  const [isBroken, setBroken] = useState(false);
  // Only from our own server: a picture fetched from a network would tell it who is being read, and when.
  const isOwn = url?.startsWith('/') === true;
  const look = {
    theirs: 'bg-sunken text-ink-2 edge',
    ours: 'bg-accent-soft text-accent',
    note: 'bg-note-soft text-note',
  }[tone];
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center overflow-hidden rounded-full font-semibold select-none ${look}`}
      style={{ width: size, height: size, fontSize: size < 30 ? 10 : size > 38 ? 14 : 12 }}
    >
      {isOwn && !isBroken ? (
        <img src={url ?? ''} alt="" className="size-full object-cover" loading="lazy" onError={() => setBroken(true)} />
      ) : (
        // Drawn, not written: letters that are no part of the name of the button or link that they stand in.
        <span data-initials={initials(name)} className="before:content-[attr(data-initials)]" />
      )}
    </span>
  );
}
