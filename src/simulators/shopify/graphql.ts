/** As much of GraphQL as the Admin API is asked in: one operation, variables, arguments, nested fields. */
export interface Field {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
}
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly fields: readonly Field[];
}

/** Throws with the words of the real API where it cannot be read. */
export function parseOperation(text: string, variables: Readonly<Record<string, unknown>>): Operation {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[$\w]+|-?\d+(?:\.\d+)?|[{}()[\]:!,=]/g) ?? [];
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => tokens[at++] ?? '';
  const want = (token: string) => {
    if (next() !== token)
      throw new Error(`syntax error, unexpected ${tokens[at - 1] ?? 'end of file'}, expecting ${token}`);
  };

  function value(): unknown {
    const token = next();
    if (token.startsWith('$')) return variables[token.slice(1)];
    if (token.startsWith('"')) return JSON.parse(token);
    if (token === '{') {
      const made: Record<string, unknown> = {};
      while (peek() !== '}') {
        const name = next();
        want(':');
        made[name] = value();
        if (peek() === ',') next();
      }
      next();
      return made;
    }
    if (token === 'true' || token === 'false') return token === 'true';
    return /^-?\d/.test(token) ? Number(token) : token;
  }
  function args(): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    if (peek() !== '(') return made;
    next();
    while (peek() !== ')') {
      const name = next();
      want(':');
      made[name] = value();
      if (peek() === ',') next();
    }
    next();
    return made;
  }
  function selection(): Field[] {
    want('{');
    const fields: Field[] = [];
    while (peek() !== '}') {
      if (at >= tokens.length) throw new Error('syntax error, unexpected end of file');
      const name = next();
      const given = args();
      fields.push({ name, args: given, fields: peek() === '{' ? selection() : [] });
    }
    next();
    return fields;
  }

  const kind = peek() === 'mutation' ? 'mutation' : 'query';
  while (peek() !== '{' && at < tokens.length) {
    if (peek() !== '(') {
      next();
      continue;
    }
    // The types of variables are not looked at.
    while (next() !== ')' && at < tokens.length);
  }
  return { kind, fields: selection() };
}

/** What may be asked of each type; what has a type of its own must be asked for its parts. */
export type Schema = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** The fields that were asked for, and nothing else. Throws as the real API does where there is no such field. */
export function select(schema: Schema, type: string, value: unknown, fields: readonly Field[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => select(schema, type, one, fields));
  const known = schema[type] ?? {};
  const made: Record<string, unknown> = {};
  for (const field of fields) {
    const inner = known[field.name];
    if (inner === undefined) throw new Error(`Field '${field.name}' doesn't exist on type '${type}'`);
    if (inner !== null && field.fields.length === 0)
      throw new Error(`Field must have selections (field '${field.name}' returns ${inner} but has no selections.)`);
    const part = (value as Readonly<Record<string, unknown>>)[field.name];
    if (inner === null) made[field.name] = part ?? null;
    else {
      const { first } = field.args;
      const limited =
        isConnection(part) && typeof first === 'number' ? { ...part, nodes: part.nodes.slice(0, first) } : part;
      made[field.name] = select(schema, inner, limited, field.fields);
    }
  }
  return made;
}

const isConnection = (part: unknown): part is { readonly nodes: readonly unknown[] } =>
  typeof part === 'object' && part !== null && 'nodes' in part && Array.isArray(part.nodes);

/** Points: one an object, and a connection as many as it may hold. */
export function costOf(fields: readonly Field[]): number {
  return fields.reduce((sum, { args, fields: inner }) => {
    if (inner.length === 0) return sum;
    const most = typeof args.first === 'number' ? args.first : 1;
    // A page of a hundred parts is asked for as one: the real costs grow with the logarithm of it.
    return (
      sum + 1 + (most > 1 ? Math.ceil(Math.log2(most)) : 0) * Math.max(1, Math.round(costOf(inner) / 2)) + costOf(inner)
    );
  }, 0);
}
