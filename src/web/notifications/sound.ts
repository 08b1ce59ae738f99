let context: AudioContext | null = null;

/** Two short soft notes, made here: nothing is fetched for them. A browser that wants a press first stays silent. */
export function playSound(): void {
  try {
    context ??= new AudioContext();
    const at = context.currentTime;
    note(context, 660, at);
    note(context, 880, at + 0.11);
  } catch {
    // Without sound the rest still calls.
  }
}

function note(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.12, at + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.22);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.25);
}
