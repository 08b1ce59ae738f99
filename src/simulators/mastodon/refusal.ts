/** What the server answers instead of doing it. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
export const notFound = () => new Refusal(404, 'Record not found');
export const invalid = (words: string) => new Refusal(422, `Validation failed: ${words}`);
