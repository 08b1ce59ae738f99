import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A list of people by its name: the line opens it, what can be done with it stands beside. */
export function ListLine({
  list,
  id,
  name,
  about,
  people,
  acts,
}: {
  readonly list: 'segments' | 'companies';
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly people: string;
  readonly acts: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-1 border-b border-line pe-3 last:border-b-0 hover:bg-sunken max-phone:pe-2">
      <Link
        to="/people"
        search={{ list, of: id }}
        className="grid min-w-0 flex-1 basis-52 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2.5 max-phone:grid-cols-[minmax(0,1fr)] focus-visible:outline-offset-[-2px]"
      >
        <span className="min-w-0">
          <b className="block font-semibold [overflow-wrap:anywhere]">{name}</b>
          {about && <span className="block text-ink-2 [overflow-wrap:anywhere]">{about}</span>}
        </span>
        <span className="num whitespace-nowrap text-ink-2 max-phone:text-s">{people}</span>
      </Link>
      {acts}
    </li>
  );
}
