/** One thing an admin must fill in; the settings form is drawn from these. */
export interface CredentialField {
  readonly name: string;
  readonly label: string;
  /** Where to find it, in a sentence. */
  readonly help: string;
  readonly kind: 'text' | 'secret' | 'number' | 'url' | 'toggle' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  readonly initial?: string | number | boolean;
  readonly placeholder?: string;
  /** A secret of our own choosing: the form offers to make one. */
  readonly isSuggested?: boolean;
  /** An address to which the secrets of this form go, or prove us: kept ones are not sent to another. */
  readonly takesSecrets?: boolean;
}

/** One of several ways to be let in: one of them must be whole, and where several are, the last one is gone by. */
export interface CredentialSet {
  readonly key: string;
  /** After "either" or "or": `a client ID and its secret`. */
  readonly label: string;
  /** Who has this one, in a sentence. */
  readonly about: string;
  /** Names of fields. */
  readonly needs: readonly string[];
  /** Those that help and may stay empty. */
  readonly may?: readonly string[];
}

export interface CredentialForm<Credentials> {
  readonly fields: readonly CredentialField[];
  /** Absent: every field that is not optional is needed. What stands in a set is optional by itself. */
  readonly sets?: readonly CredentialSet[];
  /** Errors name the field and say what to do. */
  parse(
    input: unknown,
  ):
    | { readonly ok: true; readonly value: Credentials }
    | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly message: string }[] };
}
