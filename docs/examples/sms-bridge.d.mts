import type { Server } from 'node:http';

export function createBridge(settings: {
  readonly earshotUrl: string;
  readonly secret: string;
  readonly sid: string;
  readonly token: string;
  readonly number: string;
  readonly bridgeUrl: string;
  readonly twilioUrl?: string;
  readonly sentFile?: string;
}): Server;
