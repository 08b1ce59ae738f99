type Headers = Readonly<Record<string, string>>;

/** Asks the program; whatever it refuses is thrown with its words. */
export async function call(
  url: string,
  headers: Headers,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** What our own page sends for whoever has these cookies. */
export const fromOurPage = (cookies: readonly { readonly name: string; readonly value: string }[] = []): Headers => ({
  ...(cookies.length > 0 ? { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } : {}),
  'sec-fetch-site': 'same-origin',
});
