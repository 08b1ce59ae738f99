import type { Opinion, Understand } from './understood.ts';

const unsure: Opinion<never> = { label: null, p: 0, because: [], by: 'rule' };

/** No opinion about anything: what was said still waits and is shown. */
export const notUnderstood: Understand = () => ({
  language: { code: null, p: 0 },
  sentiment: unsure,
  kind: unsure,
  urgency: unsure,
  topic: unsure,
  needsReply: unsure,
  triggers: [],
  personal: [],
  model: 'none',
});
