import { memo } from 'react';
import { type Around, MessageView } from '../message/message.tsx';
import { EventLine, EventLines } from './event-line.tsx';
import { MarkLine } from './marks.tsx';
import { Others } from './others.tsx';
import type { Row } from './rows.ts';

export const RowView = memo(function RowView({
  row,
  around,
  isOpen,
  onToggle,
  soughtId,
}: {
  readonly row: Row;
  readonly around: Around;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
  readonly soughtId: string | null;
}) {
  const { strand, marks, key } = row;
  return (
    <>
      {marks.map((mark) => (
        <MarkLine key={mark.kind} mark={mark} />
      ))}
      {strand.kind === 'message' ? (
        <MessageView message={strand.message} around={around} isSought={strand.message.id === soughtId} />
      ) : strand.kind === 'event' ? (
        <EventLine event={strand.event} />
      ) : strand.kind === 'events' ? (
        <EventLines events={strand.events} isOpen={isOpen} onToggle={() => onToggle(key)} />
      ) : (
        <Others
          messages={strand.messages}
          around={around}
          isOpen={isOpen}
          onToggle={() => onToggle(key)}
          soughtId={soughtId}
        />
      )}
    </>
  );
});
