/** A colleague's answer that came between reading and sending. */
export interface Meanwhile {
  readonly id: string;
  readonly agentName: string | null;
  readonly text: string;
  readonly sentAt: string;
}

/** What a refusal tells of it. */
export function readMeanwhile(details: Readonly<Record<string, unknown>>): readonly Meanwhile[] {
  const messages = details.messages;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((message: unknown): Meanwhile[] => {
    if (typeof message !== 'object' || message === null) return [];
    const { id, agentName, text, sentAt } = message as Record<string, unknown>;
    if (typeof text !== 'string') return [];
    return [
      {
        id: String(id),
        agentName: typeof agentName === 'string' ? agentName : null,
        text,
        sentAt: typeof sentAt === 'string' ? sentAt : '',
      },
    ];
  });
}
