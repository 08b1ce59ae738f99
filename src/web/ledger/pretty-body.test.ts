import { expect, it } from 'vitest';
import { prettyBody } from './pretty-body.ts';

it.each([
  {
    what: 'JSON gets line breaks',
    body: '{"a":[1,{"b":null}],"c":{}}',
    pretty: '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {}\n}',
  },
  {
    what: 'a number of 19 digits stays what it is',
    body: '{"id":4912661846655238145}',
    pretty: '{\n  "id": 4912661846655238145\n}',
  },
  {
    what: 'marks inside a text are left alone',
    body: '{"a":"x, {y: \\"z\\"} []"}',
    pretty: '{\n  "a": "x, {y: \\"z\\"} []"\n}',
  },
  {
    what: 'a mail stays as it came',
    body: 'From: ana@example.com\r\n\r\nHello',
    pretty: 'From: ana@example.com\r\n\r\nHello',
  },
])('$what', ({ body, pretty }) => {
  expect(prettyBody(body)).toBe(pretty);
});
