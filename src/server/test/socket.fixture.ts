import type { Heard } from '../../wire/realtime.ts';
import type { Desk } from './desk.fixture.ts';

interface RawSocket {
  on(event: 'message', heard: (bytes: Buffer) => void): void;
}

/** A browser's line to the desk: what it hears, by type and in order, and what it says. */
export async function connect(desk: Desk, headers: Record<string, string>, query = '') {
  const heard: Heard[] = [];
  let woken = () => {};
  const socket = await desk.http.injectWS(
    `/api/changes${query}`,
    { headers },
    {
      onInit: (fresh: RawSocket) =>
        fresh.on('message', (bytes) => {
          heard.push(JSON.parse(bytes.toString()) as Heard);
          woken();
        }),
    },
  );
  const take = (type: Heard['type']) => {
    const index = heard.findIndex((one) => one.type === type);
    return index < 0 ? null : (heard.splice(index, 1)[0] ?? null);
  };
  return {
    /** The next one of that type; others stay. Waits for it as long as the test may take. */
    async hear(type: Heard['type']): Promise<Heard> {
      for (;;) {
        const one = take(type);
        if (one) return one;
        await new Promise<void>((resolve) => {
          woken = resolve;
        });
      }
    },
    all: (type: Heard['type']) => heard.filter((one) => one.type === type),
    say: (told: object) => socket.send(JSON.stringify(told)),
    sayText: (text: string) => socket.send(text),
    end: () => socket.terminate(),
  };
}
