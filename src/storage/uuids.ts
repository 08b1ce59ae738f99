const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** Those that are ids at all: the database would refuse the whole statement for one that is none. */
export const asUuids = (values: readonly string[]): readonly string[] =>
  values.filter(isUuid).map((value) => value.toLowerCase());
