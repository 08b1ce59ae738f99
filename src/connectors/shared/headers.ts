/** The value of a header however its name is written; undefined when it was not sent. `name` in lower case. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
