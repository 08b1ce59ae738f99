/** What is asked about one post, beside it. */
export interface Asked {
  readonly id: string;
  readonly what: 'assign' | 'thank';
}
