/**
 * Text messages of Twilio in Earshot, through an inbox of the channel "API". One file, no packages, Node 20 or newer.
 *
 *   EARSHOT_URL=https://care.example.com/webhooks/main/api  EARSHOT_SECRET=...  (both from the inbox)
 *   TWILIO_SID=AC...  TWILIO_TOKEN=...  TWILIO_NUMBER=+15550100
 *   BRIDGE_URL=https://bridge.example.com  PORT=8080  node sms-bridge.mjs
 *
 * At Twilio: Phone Numbers, the number, "A message comes in": BRIDGE_URL + /twilio. In Earshot's inbox, "Address for
 * answers": BRIDGE_URL + /earshot. TLS is whoever stands before it (Caddy, nginx).
 * Sources: Twilio, "Messaging webhooks", "Validating requests" (X-Twilio-Signature), "Message resource"; read 2026-11.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const OLDEST_S = 300;

export function createBridge({
  earshotUrl,
  secret,
  sid,
  token,
  number,
  bridgeUrl,
  twilioUrl = 'https://api.twilio.com',
  sentFile = 'sent.txt',
}) {
  // What went out already, so that a question asked twice is answered twice and sent once; it outlives a restart.
  const sent = new Map(
    (existsSync(sentFile) ? readFileSync(sentFile, 'utf8') : '')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ')),
  );

  /** Something that the phone network told us becomes an event of Earshot. */
  async function fromTwilio(request, body) {
    const form = Object.fromEntries(new URLSearchParams(body));
    const signed =
      bridgeUrl +
      request.url +
      Object.keys(form)
        .sort()
        .map((key) => key + form[key])
        .join('');
    const wanted = createHmac('sha1', token).update(signed).digest('base64');
    if (!isSame(request.headers['x-twilio-signature'] ?? '', wanted)) return [403, 'wrong signature'];
    const event = form.MessageStatus ? statusOf(form) : messageOf(form);
    if (!event) return [200, '<Response/>'];
    const text = JSON.stringify(event);
    const answer = await fetch(earshotUrl, { method: 'POST', headers: sign(text), body: text });
    // Anything but 200: Twilio tries its fallback address, and its debugger shows it.
    return answer.ok ? [200, '<Response/>', 'text/xml'] : [502, 'Earshot did not take it'];
  }

  /** What an agent answered goes out as a text message. */
  async function fromEarshot(request, body) {
    const timestamp = request.headers['x-earshot-timestamp'] ?? '';
    const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= OLDEST_S;
    if (!isFresh || !isSame(request.headers['x-earshot-signature'] ?? '', signatureOf(timestamp, body)))
      return [401, { message: 'The signature does not fit.' }];
    const act = JSON.parse(body);
    if (act.type === 'ping') return [200, { ok: true }];
    const earlier = sent.get(act.id);
    if (act.type === 'find') return [200, earlier ? { found: true, id: earlier } : { found: false }];
    if (earlier) return [200, { id: earlier }];
    if (act.attachments.length > 0)
      return [415, { message: 'This bridge sends words only.', reason: 'bad_attachment' }];
    const form = new URLSearchParams({
      To: act.person.id,
      From: number,
      Body: act.text,
      StatusCallback: `${bridgeUrl}/twilio`,
    });
    const answer = await fetch(`${twilioUrl}/2010-04-01/Accounts/${sid}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${sid}:${token}`)}` },
      body: form,
    });
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) {
      sent.set(act.id, said.sid);
      appendFileSync(sentFile, `${act.id} ${said.sid}\n`);
      return [201, { id: said.sid }];
    }
    if (answer.status === 429) return [429, { message: said.message }, undefined, { 'retry-after': '5' }];
    if (answer.status >= 500) return [500, { message: said.message }];
    // 21610: they wrote STOP. 21211, 21614: no number that takes text messages. 21617: longer than 1,600 letters.
    const reason = { 21610: 'blocked', 21211: 'person_unavailable', 21614: 'person_unavailable', 21617: 'too_long' }[
      said.code
    ];
    return [422, { message: said.message ?? `Twilio answered ${answer.status}.`, reason: reason ?? 'other' }];
  }

  const signatureOf = (timestamp, body) =>
    `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  function sign(body) {
    const timestamp = String(Math.trunc(Date.now() / 1000));
    return {
      'content-type': 'application/json',
      'x-earshot-timestamp': timestamp,
      'x-earshot-signature': signatureOf(timestamp, body),
    };
  }

  return createServer(async (request, response) => {
    let answer = [404, { message: 'There is nothing here.' }];
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      if (request.method === 'POST' && request.url === '/twilio') answer = await fromTwilio(request, body);
      if (request.method === 'POST' && request.url === '/earshot') answer = await fromEarshot(request, body);
    } catch (error) {
      console.error(error);
      answer = [500, { message: 'The bridge broke; look into its log.' }];
    }
    const [status, said, type = 'application/json', headers = {}] = answer;
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
}

function messageOf({ MessageSid, From, Body, NumMedia, ...form }) {
  const attachments = Array.from({ length: Number(NumMedia ?? 0) }, (_, at) => ({
    url: form[`MediaUrl${at}`],
    mime_type: form[`MediaContentType${at}`],
  }));
  return {
    type: 'message',
    id: MessageSid,
    person: { id: From, handle: From },
    thread: { id: From },
    text: Body,
    attachments,
  };
}

function statusOf({ MessageSid, MessageStatus, ErrorCode }) {
  const status = { delivered: 'delivered', read: 'read', undelivered: 'failed', failed: 'failed' }[MessageStatus];
  const detail = ErrorCode ? { detail: `Twilio's error ${ErrorCode}` } : {};
  return status ? { type: 'delivery', ids: [MessageSid], status, ...detail } : null;
}

function isSame(given, wanted) {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {
    EARSHOT_URL,
    EARSHOT_SECRET,
    TWILIO_SID,
    TWILIO_TOKEN,
    TWILIO_NUMBER,
    BRIDGE_URL,
    PORT = '8080',
  } = process.env;
  const settings = {
    earshotUrl: EARSHOT_URL,
    secret: EARSHOT_SECRET,
    sid: TWILIO_SID,
    token: TWILIO_TOKEN,
    number: TWILIO_NUMBER,
    bridgeUrl: BRIDGE_URL,
  };
  const missing = Object.entries(settings).find(([, value]) => !value);
  if (missing) throw new Error(`${missing[0]} is not set: see the head of this file.`);
  createBridge(settings).listen(Number(PORT), () => console.log(`Text messages go through port ${PORT}.`));
}
