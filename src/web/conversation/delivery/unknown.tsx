import { LoaderCircle } from 'lucide-react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import type { Around } from '../message/message.tsx';
import { Line, Loud } from './lines.tsx';
import { Decide } from './outgoing-acts.tsx';

/** Perhaps it is there. First we look by ourselves; a person is asked only when the network cannot tell. */
export function Unknown({
  words,
  detail,
  act,
  around,
  looking,
}: {
  readonly words: string;
  readonly detail: string | null;
  readonly act: OutgoingAct | undefined;
  readonly around: Around;
  readonly looking: string;
}) {
  if (!act?.awaitsPerson)
    return (
      <Line
        icon={<LoaderCircle size={12} aria-hidden className="animate-spin motion-reduce:animate-none" />}
        words={looking}
      />
    );
  return (
    <Loud tone="warn" words={words} detail={detail}>
      <Decide act={act} around={around} />
    </Loud>
  );
}
