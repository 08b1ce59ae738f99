import type { Server } from 'node:http';

export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly url?: string;
}
export interface Order {
  readonly id: string;
  readonly number: string;
  readonly placed_at: string;
  readonly changed_at: string;
  readonly customer?: { readonly email?: string; readonly phone?: string };
  readonly [key: string]: unknown;
}
export function signatureOf(secret: string, timestamp: string, signed: string): string;
export function createShop(options: {
  readonly secret: string;
  readonly shop: Shop;
  readonly orders: () => readonly Order[];
  readonly now?: () => Date;
}): Server;
export function tell(
  address: string,
  secret: string,
  body: object,
  options?: { readonly delivery?: string; readonly now?: Date },
): Promise<Response>;
