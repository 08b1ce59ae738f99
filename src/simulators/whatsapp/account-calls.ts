import { type Call, textOf } from '../meta/call.ts';
import { listing, pick } from '../meta/listing.ts';
import { badParameter, Refusal as GraphRefusal, gone } from '../meta/refusal.ts';
import type { PostOffice } from './post-office.ts';
import { type Number_, type State, unix } from './state.ts';

const OBJECT = 'whatsapp_business_account';

export function inspectToken(state: State, token: string | undefined): unknown {
  const isKnown = token === state.token;
  if (!isKnown || state.faults.isTokenRevoked) {
    const message = isKnown ? 'Error validating access token: The token was revoked.' : 'Malformed access token';
    return { data: { app_id: state.appId, is_valid: false, error: { code: 190, message }, scopes: [] } };
  }
  const { expiresAt, scopes } = state.tokenFacts;
  return {
    data: {
      app_id: state.appId,
      application: 'Harbor Care',
      type: 'SYSTEM_USER',
      user_id: '122100000000000001',
      is_valid: true,
      issued_at: unix(state.now()) - 1000,
      expires_at: expiresAt ? unix(expiresAt) : 0,
      data_access_expires_at: 0,
      scopes,
      granular_scopes: scopes.map((scope) => ({ scope, target_ids: [state.wabaId] })),
    },
  };
}

export function numberNode(number: Number_, fields: unknown): Record<string, unknown> {
  return pick(
    {
      id: number.id,
      display_phone_number: number.display,
      verified_name: number.name,
      quality_rating: number.quality,
      name_status: number.nameStatus,
      status: number.status,
      code_verification_status: 'VERIFIED',
      throughput: { level: 'STANDARD' },
      platform_type: 'CLOUD_API',
    },
    fields,
    'verified_name,display_phone_number,quality_rating',
  );
}

/** What hangs on the WhatsApp Business account. */
export async function onAccount(state: State, call: Call, office: PostOffice): Promise<unknown> {
  const [id = '', edge] = call.path;
  switch (`${call.method} ${edge ?? ''}`.trim()) {
    case 'GET':
      return pick({ id, name: 'Lindqvist Outdoor', currency: 'SEK' }, call.params.fields, 'name');
    case 'GET phone_numbers':
      return listing(state, call, state.numbers, (number) => numberNode(number, call.params.fields));
    case 'GET message_templates':
      return listing(state, call, state.templates, (template) =>
        pick({ ...template }, call.params.fields, 'name,language,status,category,components'),
      );
    case 'GET subscribed_apps':
      return { data: state.fed.isSubscribed ? [fedNode(state)] : [] };
    case 'DELETE subscribed_apps':
      state.fed.isSubscribed = false;
      state.fed.override = null;
      return { success: true };
    case 'POST subscribed_apps': {
      const override = textOf(call.params.override_callback_uri);
      if (override !== undefined) await ask(state, override, textOf(call.params.verify_token));
      state.fed.override = override ?? null;
      state.fed.isSubscribed = true;
      office.wake();
      return { success: true };
    }
    default:
      throw new GraphRefusal(2500, `Unknown path components: /${edge}`);
  }
}

const fedNode = ({ appId, fed }: State) => ({
  whatsapp_business_api_data: { id: appId, name: 'Harbor Care', link: 'https://care.example.com' },
  ...(fed.override === null ? {} : { override_callback_uri: fed.override }),
});

/** The app's own address for webhooks; only the app may change it. */
export async function appSubscription(state: State, call: Call, office: PostOffice): Promise<unknown> {
  const { app } = state;
  if (call.path[0] !== state.appId) throw gone(call.path[0] ?? '');
  if (call.method === 'GET') {
    if (app.callbackUrl === null) return { data: [] };
    const fields = [...app.fields].map((name) => ({ name, version: 'v26.0' }));
    return { data: [{ object: OBJECT, callback_url: app.callbackUrl, active: true, fields }] };
  }
  const url = textOf(call.params.callback_url);
  if (call.params.object !== OBJECT || url === undefined) throw badParameter('object and callback_url are required.');
  await ask(state, url, textOf(call.params.verify_token));
  app.callbackUrl = url;
  app.fields.clear();
  for (const field of (textOf(call.params.fields) ?? '').split(',').filter(Boolean)) app.fields.add(field);
  office.wake();
  return { success: true };
}

/** Meta asks an address whether it is there before it takes it. */
async function ask(state: State, url: string, verifyToken = ''): Promise<void> {
  const challenge = state.newId();
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  const answer = await fetch(`${url}?${query}`, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) => (response.status === 200 ? response.text() : `HTTP status ${response.status}`),
    () => 'no answer',
  );
  if (answer !== challenge)
    throw new GraphRefusal(2200, `Callback verification failed with the following errors: ${answer.slice(0, 100)}`);
}
