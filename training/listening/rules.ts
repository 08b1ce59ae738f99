import type { InboxId } from '../../src/core/ids.ts';
import { FORMS, type ListeningRule } from '../../src/core/listening/listening-rule.ts';

/** The account that overhears. */
export const INBOX = '00000000-0000-7000-8000-000000000001' as InboxId;

const rule = (over: Pick<ListeningRule, 'id' | 'brand' | 'without'> & Partial<ListeningRule>): ListeningRule => ({
  name: over.id,
  boardId: `board of ${over.id}`,
  boardKind: 'own',
  forms: FORMS,
  care: 'words',
  triggers: {},
  languages: [],
  sources: [],
  becomes: 'conversation',
  ...over,
});

/** The rules by which the posts are labelled: two brands of ours that ask for a need, and a competitor by name alone. */
export const RULES: readonly ListeningRule[] = [
  rule({
    id: 'fjell',
    brand: ['Fjell', 'Φιέλ', '피엘'],
    without: [
      'giveaway',
      'hiring',
      'gewinnspiel',
      'stellenanzeige',
      'arvonta',
      'avoin työpaikka',
      'nyereményjáték*',
      'állásajánlat*',
      'nagradna igra',
      'oglas za posao',
      'διαγωνισμός',
      'θέση εργασίας',
      '경품',
      '채용',
    ],
  }),
  rule({
    id: 'kettle',
    brand: ['Kettle Co', '케틀코'],
    languages: ['en', 'de', 'el', 'hr', 'hu', 'fi', 'ko'],
    without: [
      'discount code',
      'affiliate link',
      'rabattcode*',
      'alennuskoodi*',
      'kuponkód*',
      'kod za popust',
      'εκπτωτικός κωδικός',
      '할인코드',
    ],
  }),
  rule({
    id: 'zvona',
    brand: ['Zvona', 'Ζβόνα', '즈보나'],
    boardKind: 'competitor',
    becomes: 'board',
    care: 'anything',
    without: ['crkven*', 'zvonik*', 'bell tower'],
  }),
];
