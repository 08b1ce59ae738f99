import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { HOOK_EVENTS, TEST_EVENT } from '../../core/hooks/events.ts';
import { HookPayload } from '../../wire/hooks.ts';
import { addressProblem } from './address-problem.ts';

const docs = await readFile(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');

it('docs/webhooks.md tells of every event there is', () => {
  for (const event of [...HOOK_EVENTS, TEST_EVENT]) expect(docs).toContain(`| \`${event}\``);
});

it('what docs/webhooks.md shows is what is sent', () => {
  const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));
  expect(examples.length).toBeGreaterThan(2);
  for (const example of examples) expect(HookPayload.parse(example)).toEqual(example);
});

it.each([
  { url: 'https://example.com/hook', here: false, is: null },
  { url: 'http://example.com/hook', here: true, is: /https/ },
  { url: 'http://127.0.0.1:9/hook', here: true, is: null },
  { url: 'http://localhost:9/hook', here: false, is: /own machine/ },
  { url: 'https://[::1]/hook', here: false, is: /own machine/ },
  { url: 'https://10.0.0.1/', here: true, is: /public internet/ },
  { url: 'https://169.254.169.254/latest', here: false, is: /public internet/ },
  { url: 'https://[fd00::1]/', here: false, is: /public internet/ },
  { url: 'https://ana:pw@example.com/', here: false, is: /password/ },
  { url: 'ftp://example.com/', here: true, is: /such as/ },
  { url: 'nonsense', here: true, is: /such as/ },
])('$url, for a desk of this machine alone $here: $is', ({ url, here, is }) => {
  const problem = addressProblem(url, here);
  if (is === null) expect(problem).toBeNull();
  else expect(problem).toMatch(is);
});
