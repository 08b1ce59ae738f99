import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '../../../wire/people.ts';
import { t } from '../../text/t.ts';
import { Lines, Section } from '../parts/sheet.tsx';
import { DeskDialog } from '../routing/desk-dialog.tsx';
import { DeskLine } from '../routing/desk-line.tsx';
import { routingQuery } from '../routing/queries.ts';

/** What a colleague knows, holds and has. Whoever may not answer has none of it. */
export function PersonDesk({ agent }: { readonly agent: Agent }) {
  const routing = useQuery(routingQuery).data;
  const [isOpen, setOpen] = useState(false);
  const desk = routing?.desks.find((one) => one.agentId === agent.id);
  if (!routing || !desk) return null;
  const usual = routing.policies.find((one) => one.teamId === null)?.policy?.capacity ?? 0;
  return (
    <Section title={t('agentDesk.section')}>
      <Lines>
        <DeskLine desk={desk} name={agent.name} usual={usual} onChange={() => setOpen(true)} />
      </Lines>
      {isOpen && <DeskDialog desk={desk} name={agent.name} usual={usual} onClose={() => setOpen(false)} />}
    </Section>
  );
}
