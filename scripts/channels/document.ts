import type { NOT_CONNECTED } from '../../src/connectors/not-connected.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import { type Abilities, abilitiesOf } from '../../src/core/channel/matrix.ts';

const WORDS: Readonly<Record<string, string>> = {
  comments: 'comments below our posts',
  mentions: 'mentions elsewhere',
  direct: 'direct messages',
  reviews: 'reviews',
  keywords: 'keywords without a mention',
  reactions: 'reactions',
  edits: 'edits',
  deletions: 'deletions',
  history: 'what was said before connecting',
  missed: 'what an outage missed',
  reply: 'answer',
  private_reply: 'answer a public message in private',
  publish: 'publish a post',
  quote: 'quote',
  like: 'like',
  unlike: 'take back a like',
  repost: 'repost',
  unrepost: 'take back a repost',
  hide: 'hide',
  unhide: 'show again',
  edit: 'edit our own',
  delete: 'delete our own',
  delivered: 'tells what arrived',
  read: 'tells what was read',
  files: 'files',
  templates: 'approved messages',
  choices: 'answers to tap',
};
const PROOF: Readonly<Record<string, string>> = {
  real_server: 'real server',
  vendor_sdk: "the vendor's own SDK",
  published_schema: 'published schema',
  sheet: 'documentation only',
};

/** `docs/channels.md`, made from what the connectors say of themselves: `npm run channels`. */
export function channelsDocument(connectors: readonly Connector[], notConnected: typeof NOT_CONNECTED): string {
  const all = connectors.map((connector) => ({ connector, abilities: abilitiesOf(connector) }));
  return `${[
    '# What each network can do',
    'Made from the connectors by `npm run channels`; a test holds it against them. The product shows the same under\n_Inboxes, Connect an inbox, What each network can do_. ● yes, ◐ in part, · no. How an account is connected stands on the page of its channel.',
    '## What reaches the desk',
    table(all, 'hears'),
    '## What an agent can do',
    table(all, 'acts'),
    '## With our own messages',
    table(all, 'more'),
    '## Limits and proof',
    ...all.map(section),
    '## Networks that let nobody in',
    notConnected.map(({ name, why }) => `- **${name}**: ${why}`).join('\n'),
  ].join('\n\n')}\n`;
}

const signOf = (one: Abilities['hears'][number] | undefined) =>
  one?.isPossible ? (one.why === null ? '●' : '◐') : '·';

type Entry = { readonly connector: Connector; readonly abilities: Abilities };

function table(all: readonly Entry[], group: 'hears' | 'acts' | 'more'): string {
  const things = all[0]?.abilities[group].map(({ what }) => what) ?? [];
  const rows = things.map((what) => {
    const cells = all.map(({ abilities }) => signOf(abilities[group].find((one) => one.what === what)));
    return `| ${WORDS[what] ?? what} | ${cells.join(' | ')} |`;
  });
  const head = `| | ${all.map(({ connector }) => connector.name).join(' | ')} |`;
  const line = `| --- | ${all.map(() => ':-:').join(' | ')} |`;
  return [head, line, ...rows].join('\n');
}

function section({ connector, abilities }: Entry): string {
  const all = [...abilities.hears, ...abilities.acts, ...abilities.more];
  const lines = (isPossible: boolean) =>
    all
      .filter((one) => one.isPossible === isPossible && one.why !== null)
      .map((one) => `- ${WORDS[one.what] ?? one.what}: ${one.why}`);
  const [why, partly] = [lines(false), lines(true)];
  return [
    `### ${connector.name}`,
    `[How to connect it](../src/connectors/${connector.channel}/README.md). ${abilities.limits.join(' ')}`,
    `Proof: ${PROOF[connector.proof.kind]}. ${connector.proof.by}`,
    ...(partly.length > 0 ? [`In part:\n\n${partly.join('\n')}`] : []),
    ...(why.length > 0 ? [`Not possible, and why:\n\n${why.join('\n')}`] : []),
  ].join('\n\n');
}
