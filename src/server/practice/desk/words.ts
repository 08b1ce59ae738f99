import type { Situation } from '../../../simulators/personas/talk.ts';

/** What the simulated brand's team has made of its desk: enough to see what each thing is for. */
export const LABELS = [
  { key: 'delivery', name: 'Delivery', colour: 'blue', of: ['late'] },
  { key: 'repair', name: 'Repair', colour: 'orange', of: ['broken'] },
  { key: 'refund', name: 'Refund', colour: 'red', of: ['refund'] },
  { key: 'size', name: 'Size & exchange', colour: 'teal', of: ['size'] },
  { key: 'shop', name: 'Web shop', colour: 'purple', of: ['checkout'] },
  { key: 'praise', name: 'Praise', colour: 'green', of: ['praise', 'thanks'] },
  { key: 'idea', name: 'Idea', colour: 'yellow', of: ['idea'] },
] as const satisfies readonly {
  key: string;
  name: string;
  colour: string;
  of: readonly Situation[];
}[];

/** By the place in the team's list. */
export const TEAMS = [
  { name: 'Care', agents: [0, 1, 2, 3, 4] },
  { name: 'Repairs', agents: [1, 3] },
] as const;

export const FIELDS = [
  { about: 'conversation', name: 'Order', kind: 'text', choices: [] },
  {
    about: 'conversation',
    name: 'Product',
    kind: 'choice',
    choices: ['Kallsjö 3L', 'Tundra Down', 'Ravna 40', 'Other'],
  },
  { about: 'contact', name: 'Customer since', kind: 'date', choices: [] },
] as const;

export const REPLIES = [
  {
    title: 'Where is my parcel',
    shortcut: 'late',
    variants: [
      {
        language: 'en',
        text: 'Hi {{contact.first_name}}, I am sorry that your parcel is late. I have asked the carrier where it is and will write to you here as soon as I know more. — {{agent.first_name}}',
      },
      {
        language: 'sv',
        text: 'Hej {{contact.first_name}}! Jag är ledsen att paketet dröjer. Jag har frågat transportören och skriver här så fort jag vet mer. — {{agent.first_name}}',
      },
      {
        language: 'de',
        text: 'Hallo {{contact.first_name}}, es tut mir leid, dass dein Paket auf sich warten lässt. Ich habe beim Paketdienst nachgefragt und melde mich hier, sobald ich mehr weiß. — {{agent.first_name}}',
      },
      {
        language: null,
        text: 'Hello {{contact.first_name}}, I am sorry that your parcel is late. I have asked the carrier and will write to you here as soon as I know more. — {{agent.first_name}}',
      },
    ],
  },
  {
    title: 'Free repair',
    shortcut: 'repair',
    variants: [
      {
        language: null,
        text: 'Hi {{contact.first_name}}, that should not happen, and we repair it free of charge. Send us a private message with your order number, and you get a label for the post. — {{agent.first_name}}',
      },
    ],
  },
  {
    title: 'Thank you',
    shortcut: 'thanks',
    variants: [
      {
        language: null,
        text: 'Thank you, {{contact.first_name}}! I have read this out to the whole workshop. — {{agent.first_name}}',
      },
    ],
  },
] as const;
