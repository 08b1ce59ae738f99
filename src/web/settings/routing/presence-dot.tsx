import type { Desk } from '../../../wire/routing.ts';

const LOOKS: Record<Desk['presence'], string> = {
  online: 'bg-accent',
  away: 'border-[1.5px] border-warn bg-raised',
  offline: 'border-[1.5px] border-edge bg-raised',
};

/** Told by its form too: filled is here. The words stand beside it. */
export function PresenceDot({ presence }: { readonly presence: Desk['presence'] }) {
  return <span aria-hidden className={`inline-block size-2 flex-none rounded-full ${LOOKS[presence]}`} />;
}
