import { type Capabilities, HEARINGS, type ListeningCapability, type TextLimit } from './capabilities.ts';
import type { Connector } from './connector.ts';
import { OUTGOING_KINDS } from './outgoing.ts';

/** One thing that a network has, has in part (`why` says which), or does not have and why. */
export interface Possible {
  readonly what: string;
  readonly isPossible: boolean;
  readonly why: string | null;
}
/** What a network lets a desk do, for people who compare. The same things in the same order for every network. */
export interface Abilities {
  readonly hears: readonly Possible[];
  readonly acts: readonly Possible[];
  readonly more: readonly Possible[];
  /** A sentence each. */
  readonly limits: readonly string[];
}

export const MORE = ['delivered', 'read', 'files', 'templates', 'choices'] as const;

export function abilitiesOf({ capabilities, name }: Pick<Connector, 'capabilities' | 'name'>): Abilities {
  const { hears, acts, lacks, tells, attachments, direct, templates, choices } = capabilities;
  const files = Math.max(attachments.max, direct?.attachments.max ?? 0);
  return {
    hears: HEARINGS.map((what) => possible(what, hears[what])),
    acts: OUTGOING_KINDS.map((what) => possible(what, acts[what] ? true : (lacks[what] ?? `${name} has no such act.`))),
    more: [
      possible('delivered', tells.delivered || `${name} does not tell when a message arrived.`),
      possible('read', tells.read || `${name} does not tell when a message was read.`),
      possible('files', files > 0 || 'Only words can be sent from here.'),
      possible('templates', templates !== undefined || `${name} has no messages that are approved beforehand.`),
      possible('choices', choices !== undefined || 'Answers to tap cannot be offered from here.'),
    ],
    limits: limitsOf(capabilities),
  };
}

function possible(what: string, is: true | string | { readonly partly: string }): Possible {
  if (is === true) return { what, isPossible: true, why: null };
  return typeof is === 'string' ? { what, isPossible: false, why: is } : { what, isPossible: true, why: is.partly };
}

const HOUR_MS = 3_600_000;

function limitsOf({ text, direct, attachments, window, privateReply, listening }: Capabilities): readonly string[] {
  return [
    `${inWords(text)} in a text${direct && direct.text.max !== text.max ? `, ${inWords(direct.text)} in private` : ''}.`,
    ...(attachments.max > 0
      ? [
          `${attachments.max === 1 ? 'One file' : `Up to ${attachments.max} files`} of at most ${megabytes(attachments.maxBytes)} MB${attachments.withText === false ? ', without words' : ''}.`,
        ]
      : []),
    ...(window
      ? [
          `Free answers for ${span(window.openMs)} after the person's last message${window.humanMs ? `, by people for ${span(window.humanMs)}` : ''}.`,
        ]
      : []),
    ...(privateReply
      ? [
          `One private answer to a public message${privateReply.withinMs === null ? '' : ` within ${span(privateReply.withinMs)}`}.`,
        ]
      : []),
    ...(listening ? [listeningIn(listening)] : []),
  ];
}

const listeningIn = ({ how, searchesMost, reachMs, usdPerPost }: ListeningCapability) =>
  [
    `Listening: ${how}`,
    `${searchesMost} searches side by side, a new one ${span(reachMs)} back.`,
    ...(usdPerPost === undefined ? [] : [`A post that is found costs ${usdPerPost} US dollars.`]),
  ].join(' ');

const inWords = ({ max, unit }: TextLimit) =>
  `${max.toLocaleString('en')} ${unit === 'utf8-bytes' ? 'bytes' : 'characters'}`;
const megabytes = (bytes: number) => Math.floor(bytes / 100_000) / 10;
const span = (ms: number) =>
  ms % (24 * HOUR_MS) === 0 && ms > 24 * HOUR_MS ? `${ms / (24 * HOUR_MS)} days` : `${Math.round(ms / HOUR_MS)} hours`;
