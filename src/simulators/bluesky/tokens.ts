import { createHmac } from 'node:crypto';
import { Refusal } from './refusal.ts';

export interface AppPassword {
  readonly password: string;
  /** Whether it was made with "allow access to direct messages". */
  readonly isPrivileged: boolean;
}
export interface Bearer {
  readonly did: string;
  readonly isPrivileged: boolean;
}
interface Claims {
  readonly scope: string;
  readonly sub: string;
  /** Seconds since 1970. */
  readonly exp: number;
  readonly jti: string;
}

const seconds = (ms: number): number => Math.floor(ms / 1_000);
const REFRESH_MS = 90 * 86_400_000;
const PLAIN = 'com.atproto.appPass';
const PRIVILEGED = 'com.atproto.appPassPrivileged';

/** Tokens in the form of the real ones: readable claims, a signature, an end. */
export class Tokens {
  readonly #now: () => Date;
  readonly #accessMs: number;
  readonly #secret: string;
  #count = 0;
  /** Access tokens and refresh tokens up to these numbers are over. */
  #accessOver = 0;
  #refreshOver = 0;

  constructor(now: () => Date, accessMs: number, secret: string) {
    this.#now = now;
    this.#accessMs = accessMs;
    this.#secret = secret;
  }

  make(did: string, isPrivileged: boolean): { accessJwt: string; refreshJwt: string } {
    const at = this.#now().getTime();
    const privileged = isPrivileged ? ' privileged' : '';
    return {
      accessJwt: this.#sign({
        scope: isPrivileged ? PRIVILEGED : PLAIN,
        sub: did,
        exp: seconds(at + this.#accessMs),
        jti: this.#next(),
      }),
      refreshJwt: this.#sign({
        scope: `com.atproto.refresh${privileged}`,
        sub: did,
        exp: seconds(at + REFRESH_MS),
        jti: this.#next(),
      }),
    };
  }

  /** All access tokens end now, as after two hours. */
  endAccess(): void {
    this.#accessOver = this.#count;
  }
  /** All refresh tokens end too, as when an app password is revoked. */
  endRefresh(): void {
    this.#refreshOver = this.#count;
    this.endAccess();
  }

  bearer(header: string | undefined): Bearer {
    const claims = this.#claims(header);
    if (claims.scope.startsWith('com.atproto.refresh')) throw new Refusal(400, 'InvalidToken', 'Bad token scope');
    if (this.#isOver(claims) || Number(claims.jti) <= this.#accessOver)
      throw new Refusal(400, 'ExpiredToken', 'Token has expired');
    return { did: claims.sub, isPrivileged: claims.scope === PRIVILEGED };
  }

  refresh(header: string | undefined): Bearer {
    const claims = this.#claims(header);
    if (!claims.scope.startsWith('com.atproto.refresh')) throw new Refusal(400, 'InvalidToken', 'Bad token scope');
    if (this.#isOver(claims) || Number(claims.jti) <= this.#refreshOver)
      throw new Refusal(400, 'ExpiredToken', 'Token has been revoked');
    return { did: claims.sub, isPrivileged: claims.scope.endsWith('privileged') };
  }

  #isOver = ({ exp }: Claims): boolean => exp * 1_000 <= this.#now().getTime();
  #next(): string {
    this.#count += 1;
    return String(this.#count);
  }

  #sign(claims: Claims): string {
    const body = [{ typ: 'at+jwt', alg: 'HS256' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${body}.${this.#signature(body)}`;
  }
  #signature = (body: string): string => createHmac('sha256', this.#secret).update(body).digest('base64url');

  #claims(header: string | undefined): Claims {
    const [, jwt] = /^Bearer (\S+)$/.exec(header ?? '') ?? [];
    if (jwt === undefined) throw new Refusal(401, 'AuthMissing', 'Authentication Required');
    const [head = '', claims = '', signature = ''] = jwt.split('.');
    if (signature !== this.#signature(`${head}.${claims}`))
      throw new Refusal(400, 'InvalidToken', 'Token could not be verified');
    return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
  }
}
