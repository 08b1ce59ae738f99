import { createHear, type OverheardPost } from './hear.ts';
import type { ListeningRule } from './listening-rule.ts';
import { INBOX, ruleOf } from './rule.fixture.ts';

const hear = createHear();

export const postOf = (
  text: string,
  language: string | null = 'en',
  understood: OverheardPost['understood'] = null,
): OverheardPost => ({ text, language, inboxId: INBOX, understood });

/** What was marked in the post, with the form of it; what is empty was not heard. */
export function marked(brand: string, text: string, language: string | null = 'en', over: Partial<ListeningRule> = {}) {
  const said = hear(ruleOf({ brand: [brand], ...over }), postOf(text, language), null);
  return 'why' in said
    ? []
    : said.because.map(({ form, kind, from, to }) => `${form ?? kind}: ${text.slice(from, to)}`);
}
