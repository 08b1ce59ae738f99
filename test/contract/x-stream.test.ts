import { afterEach, describe, expect, it } from 'vitest';
import { ida, oskar } from './lab.ts';
import { search, settingsFor, textsOf } from './x-listener.ts';
import { openStreamLab, type StreamLab } from './x-stream-lab.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MENTIONS = '@KettleCo -from:KettleCo -is:retweet';
const TEAPOT = '(teapot) -from:KettleCo -@KettleCo -is:retweet';
let lab: StreamLab;
const open = async (...given: Parameters<typeof openStreamLab>) => {
  lab = await openStreamLab(...given);
};
afterEach(() => lab.close());

const say = (text: string, place = 'elsewhere', who = ida) => lab.network.say(who, { place, text });
const callsTo = (part: string) => lab.calls.filter((one) => one.includes(part));
const foreign = { id: '7', value: 'weather', tag: 'watch:7' };

describe('what is said is heard before any list is looked at', () => {
  it.each([
    { list: 'search', place: 'elsewhere', text: 'My teapot' },
    { list: 'mentions', place: 'wall', text: 'It leaks' },
    { list: 'listen', place: 'elsewhere', text: 'Oh dear, kettle co', isOverheard: true },
  ])('by $list', async ({ list, place, text, isOverheard = false }) => {
    await open({ settings: settingsFor(search()) });
    const { id } = await say(text, place);
    await lab.woken(list);
    const [heard, ...others] = await lab.messages(list);
    expect(others).toEqual([]);
    expect(heard).toMatchObject({ id, author: { person: { name: 'Ida Norberg' } } });
    expect([heard?.isHistory, heard?.isOverheard ?? false]).toEqual([undefined, isOverheard]);
    expect(lab.calls).toEqual([]);
    expect(await lab.messages(list)).toEqual([]);
  });

  it('and the list, when it is looked at, brings the same thing', async () => {
    await open();
    await say('My teapot');
    await lab.woken('search');
    const heard = await lab.messages('search');
    lab.timers.pass(2 * MINUTE);
    await lab.woken('search');
    const listed = await lab.messages('search');
    expect(callsTo('/search/recent')).toHaveLength(1);
    expect(listed).toEqual(heard);
  });

  it('an edited post is the same one, edited', async () => {
    await open();
    const { id } = await say('My teapot');
    await lab.woken('search');
    await lab.messages('search');
    await lab.network.edit?.(ida, id, 'My green teapot');
    await lab.woken('search');
    const { entries } = await lab.pull('search');
    const context = { account: lab.account, settings: {}, receivedAt: new Date() };
    const events = await lab.connector.parse({ source: 'search', ...entries[0]! }, context);
    expect(events).toMatchObject([{ id }, { kind: 'edit', id, content: { text: 'My green teapot' } }]);
  });

  it('what was not stored is given once more', async () => {
    await open();
    await say('My teapot');
    await lab.woken('search');
    const before = lab.cursors.get('search') ?? null;
    const given = await lab.session!.pull('search', before);
    await say('Your teapot');
    await lab.woken('search');
    expect((await lab.session!.pull('search', before)).entries).toHaveLength(2);
    expect(given.entries).toHaveLength(1);
    // this one was
    const again = await lab.session!.pull('search', before);
    expect((await lab.session!.pull('search', JSON.parse(JSON.stringify(again.cursor)))).entries).toEqual([]);
    expect(callsTo('/search/recent')).toEqual([]);
  });
});

describe('the lists stay the truth', () => {
  it('what was said while the stream was down is found by looking', async () => {
    await open();
    lab.network.stream.cut();
    await lab.timers.asked(250);
    await say('My teapot');
    lab.timers.pass(2 * MINUTE);
    await lab.woken('search');
    expect(textsOf(await lab.messages('search'))).toEqual(['My teapot']);
    expect(callsTo('/search/recent')).toHaveLength(1);
  });

  it('they get their turn however much is heard', async () => {
    await open({ settings: { searchEvery: 20 } });
    for (let at = 0; at < 10; at += 1) {
      await say(`Teapot ${at}`);
      await lab.woken('search');
      expect(await lab.pull('search')).toMatchObject({ entries: [{}], more: false });
    }
    expect(callsTo('/search/recent')).toEqual([]);
    lab.timers.pass(20 * SECOND);
    await lab.woken('search');
    await say('Teapot 10');
    await lab.woken('search');
    const pulls = await lab.drain('search');
    expect(pulls.map(({ more }) => more)).toEqual([true, false]);
    expect(callsTo('/search/recent')).toHaveLength(1);
  });

  it('a post that only the list has comes with them', async () => {
    await open();
    lab.network.faults.drop = 1;
    await say('My teapot');
    lab.network.faults.drop = 0;
    lab.timers.pass(2 * MINUTE);
    await lab.woken('search');
    expect(textsOf(await lab.messages('search'))).toEqual(['My teapot']);
  });
});

describe('rules', () => {
  it('are those of the lists; foreign ones stay as they are', async () => {
    await open({
      form: { keywords: 'teapot' },
      settings: settingsFor(search({ languages: ['en'] })),
      before: ({ stream }) => stream.rules.set('7', foreign),
    });
    expect(lab.rules()).toEqual([
      MENTIONS,
      TEAPOT,
      '("kettle co" OR #kettleco) (lang:en OR lang:und) -from:KettleCo -@KettleCo -is:retweet',
    ]);
    await lab.end();
    expect([...lab.network.stream.rules.values()]).toEqual([foreign]);
    expect(lab.calls.some((call) => call.startsWith('DELETE'))).toBe(false);
  });

  it.each([
    { of: 'no mentions where their list is cheaper', form: { ownsApp: true }, rules: [TEAPOT] },
    { of: 'not what X does not understand', form: { keywords: 'teapot, min_faves:5' }, rules: [MENTIONS, TEAPOT] },
  ])('$of', async ({ form, rules }) => {
    await open({ form });
    expect(lab.rules()).toEqual(rules);
  });

  it('change with the searches of the inbox', async () => {
    await open();
    await lab.end();
    lab.credentials = lab.filled({ keywords: 'cup' });
    await lab.begin();
    await lab.opened();
    expect(lab.rules()).toEqual([MENTIONS, TEAPOT.replace('teapot', 'cup')]);
  });

  it('one that another program made brings it to us as well, and stays its own', async () => {
    await open({ before: ({ stream }) => stream.rules.set('7', { ...foreign, value: TEAPOT }) });
    await say('My teapot');
    await lab.woken('search');
    expect(await lab.messages('search')).toHaveLength(1);
    await lab.end();
    expect(lab.network.stream.rules.size).toBe(1);
  });
});

describe('one connection', () => {
  it('serves all who have the same app, and ends with the last', async () => {
    await open();
    const wakes: string[] = [];
    const other = await lab.connector.source!.open(lab.credentials, lab.account, settingsFor(search()));
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    other.watch?.((stream) => {
      wakes.push(stream);
      resolve();
    });
    for (const stream of ['mentions', 'search', 'listen']) await other.pull(stream, null);
    await lab.network.stream.until(() => lab.rules().length === 3);
    await say('Oh dear, kettle co');
    await woken;
    expect([wakes, lab.network.stream.connections]).toEqual([['listen'], 1]);
    await other.close();
    await lab.network.stream.until(() => lab.rules().length === 2);
    expect(lab.network.stream.connections).toBe(1);
    await lab.end();
    expect([lab.network.stream.connections, lab.rules()]).toEqual([0, []]);
  });

  it('is not asked for where it was turned off', async () => {
    await open({ form: { hearAtOnce: false }, isOpen: false });
    await say('My teapot');
    expect(await lab.messages('search')).toHaveLength(1);
    expect(callsTo('/oauth2/token')).toEqual([]);
    expect(lab.network.stream.rules.size).toBe(0);
  });
});

describe('what goes wrong with it', () => {
  const afterwards = async () => {
    await lab.opened();
    await say('My teapot', 'elsewhere', oskar);
    await lab.woken('search');
    expect(await lab.messages('search')).toHaveLength(1);
  };

  it.each([
    { of: 'rubbish', text: '<html>' },
    { of: 'half of something', text: '{"data":{"id":"1"' },
    { of: 'an unknown problem', text: '{"errors":[{"title":"Something new"}]}' },
    { of: 'a line without an end in sight', text: 'x'.repeat(2_000_000) },
  ])('$of is passed over', async ({ text }) => {
    await open();
    lab.network.stream.write(text);
    await afterwards();
  });

  it.each([
    { of: 'a lost connection', break: () => lab.network.stream.cut() },
    { of: 'an end that X announces', break: () => lab.network.stream.disconnect() },
  ])('after $of it is made anew', async ({ break: breakIt }) => {
    await open();
    breakIt();
    await lab.timers.asked(250);
    lab.timers.pass(250);
    await afterwards();
  });

  it('silence is a lost connection, a heartbeat is none', async () => {
    await open();
    for (let at = 0; at < 3; at += 1) {
      lab.timers.pass(20 * SECOND);
      await say(`Teapot ${at}`);
      await lab.woken('search');
    }
    expect(lab.network.stream.connections).toBe(1);
    lab.timers.pass(30 * SECOND);
    await lab.closed();
    await lab.timers.asked(250);
    lab.timers.pass(250);
    await lab.opened();
  });

  it.each([
    {
      of: 'another program has the place',
      set: () => lab.network.stream.take(true),
      unset: () => lab.network.stream.take(false),
      ms: 30 * MINUTE,
    },
    {
      of: 'X asks to slow down',
      set: () => (lab.network.faults.rateLimit = 1),
      unset: () => (lab.network.faults.rateLimit = 0),
      ms: 15 * MINUTE,
    },
    {
      of: 'X has trouble',
      set: () => (lab.network.faults.failBefore = 1),
      unset: () => (lab.network.faults.failBefore = 0),
      ms: 5 * SECOND,
    },
    {
      of: 'the app is under no plan',
      set: () => (lab.network.standing.isEnrolled = false),
      unset: () => (lab.network.standing.isEnrolled = true),
      ms: 24 * 60 * MINUTE,
    },
    {
      of: 'the plan has no stream',
      set: () => (lab.network.standing.streamRefused = 'plan'),
      unset: () => (lab.network.standing.streamRefused = null),
      ms: 24 * 60 * MINUTE,
    },
    {
      of: 'the app is not set up for it',
      set: () => (lab.network.standing.streamRefused = 'setup'),
      unset: () => (lab.network.standing.streamRefused = null),
      ms: 60 * MINUTE,
    },
    {
      of: 'X forbids it and does not say why',
      set: () => (lab.network.standing.streamRefused = 'unsaid'),
      unset: () => (lab.network.standing.streamRefused = null),
      ms: 15 * MINUTE,
    },
    {
      of: 'the credit is used up',
      set: () => (lab.network.standing.hasCredit = false),
      unset: () => (lab.network.standing.hasCredit = true),
      ms: 15 * MINUTE,
    },
    {
      of: 'the keys make no token',
      set: () => {
        lab.network.apps.revoke();
        lab.network.apps.isShut = true;
      },
      unset: () => (lab.network.apps.isShut = false),
      ms: 60 * MINUTE,
    },
  ])('it waits while $of', async ({ set, unset, ms }) => {
    await open();
    // long enough that nobody takes the place for still ours
    lab.pass(10 * MINUTE);
    await lab.end();
    await lab.begin();
    await lab.opened();
    lab.network.stream.cut();
    await lab.timers.asked(250);
    lab.pass(10 * MINUTE);
    set();
    lab.timers.pass(250);
    await lab.timers.asked(ms);
    expect(lab.network.stream.connections).toBe(0);
    unset();
    lab.timers.pass(ms * 1.02);
    await afterwards();
  });

  it('whoever has the place is not sent what we look for', async () => {
    await open({ isOpen: false, before: ({ stream }) => stream.take(true) });
    await lab.timers.asked(30 * MINUTE);
    expect(lab.rules()).toEqual([]);
    lab.network.stream.take(false);
    lab.timers.pass(30 * MINUTE);
    await lab.opened();
    expect(lab.rules()).toEqual([MENTIONS, TEAPOT]);
  });

  it('a place that was ours a moment ago is asked for again soon', async () => {
    await open();
    lab.network.stream.take(true);
    lab.network.stream.cut();
    await lab.timers.asked(250);
    lab.timers.pass(250);
    await lab.timers.asked(MINUTE);
    lab.network.stream.take(false);
    lab.timers.pass(MINUTE);
    await afterwards();
  });

  it('a token that X takes no more is asked for anew, once', async () => {
    await open();
    lab.network.apps.revoke();
    lab.network.stream.cut();
    await lab.timers.asked(250);
    lab.timers.pass(250);
    await afterwards();
    expect(callsTo('/oauth2/token')).toHaveLength(1);
  });

  it('of the lists nothing changes', async () => {
    await open({ isOpen: false, before: ({ apps }) => (apps.isShut = true) });
    await lab.timers.asked(60 * MINUTE);
    await say('My teapot');
    expect(await lab.messages('search')).toEqual([]);
    lab.timers.pass(2 * MINUTE);
    await lab.woken('search');
    expect(await lab.messages('search')).toHaveLength(1);
    expect(callsTo('/oauth2/token')).toHaveLength(0);
  });
});
