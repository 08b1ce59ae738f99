/** The window's whole look. It lives in a shadow, so that nothing of the page reaches it and nothing of it the page. */
export const STYLE = `
:host { all: initial; color-scheme: light dark; --paper: light-dark(#fff, #1d1f23); --well: light-dark(#f4f3f0, #111214);
  --ink: light-dark(#1f1d1a, #ecebe8); --ink-2: light-dark(#5d5850, #a8a69f); --line: light-dark(#dcd8d0, #34373e);
  --edge: light-dark(#8f897e, #6d717a); --alarm: light-dark(#b3261e, #ff8d83);
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); }
:host([data-theme="light"]) { color-scheme: light; } :host([data-theme="dark"]) { color-scheme: dark; }
*, *::before { box-sizing: border-box; margin: 0; font: inherit; color: inherit; }
[hidden] { display: none !important; }
button { border: 0; background: none; cursor: pointer; padding: 0; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.hush { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000; width: 56px; height: 56px;
  border-radius: 28px; background: var(--brand); color: var(--on-brand); display: grid; place-items: center;
  box-shadow: 0 0 0 1px rgb(255 255 255 / .25), 0 6px 20px rgb(0 0 0 / .25); transition: transform .15s; }
.launcher:hover { transform: translateY(-2px); }
.badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-width: 22px; height: 22px; padding: 0 6px;
  border-radius: 11px; background: #b3261e; color: #fff; font-size: 13px; font-weight: 700; line-height: 22px; text-align: center; }
.panel { position: fixed; inset-block-end: 88px; inset-inline-end: 20px; z-index: 2147483001; width: 380px; max-width: calc(100vw - 40px);
  height: min(620px, calc(100dvh - 112px)); display: flex; flex-direction: column; overflow: hidden; background: var(--paper);
  border-radius: 14px; box-shadow: 0 0 0 1px var(--line), 0 16px 48px rgb(0 0 0 / .28); }
.head { flex: none; display: flex; align-items: center; gap: 12px; padding: 14px 12px 14px 18px; padding-inline: 18px 10px;
  background: var(--brand); color: var(--on-brand); }
.head > div { flex: 1; min-width: 0; }
.head h2 { font-size: 17px; font-weight: 650; line-height: 1.25; overflow-wrap: anywhere; }
.head p { font-size: 13px; margin-block-start: 2px; }
.head button { width: 40px; height: 40px; border-radius: 8px; display: grid; place-items: center; color: inherit; }
.head button:hover { background: rgb(127 127 127 / .25); }
.head :focus-visible, .launcher:focus-visible { outline-color: var(--on-brand); outline-offset: -4px; }
.log { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px; display: flex; flex-direction: column; gap: 10px;
  background: var(--well); }
.log > :first-child { margin-block-start: auto; }
.greeting, .intro { color: var(--ink-2); font-size: 14px; text-align: center; padding: 4px 12px; text-wrap: pretty; }
.row { display: flex; flex-direction: column; max-width: 84%; align-self: flex-start; align-items: flex-start; }
.row.mine { align-self: flex-end; align-items: flex-end; }
.bubble { padding: 9px 13px; border-radius: 14px; border-end-start-radius: 4px; background: var(--paper); box-shadow: 0 0 0 1px var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere; }
.mine .bubble { background: var(--brand); color: var(--on-brand); box-shadow: none; border-end-start-radius: 14px; border-end-end-radius: 4px; }
.bubble a { text-decoration: underline; text-underline-offset: 2px; }
.meta { font-size: 12px; color: var(--ink-2); padding: 3px 4px 0; display: flex; gap: 8px; flex-wrap: wrap; }
.meta.bad { color: var(--alarm); }
.meta button { text-decoration: underline; min-height: 24px; }
.files { display: flex; flex-direction: column; gap: 6px; align-items: inherit; margin-block-start: 4px; }
.files:first-child { margin-block-start: 0; }
.picture { border-radius: 12px; overflow: hidden; max-width: 240px; box-shadow: 0 0 0 1px var(--line); display: block; }
.picture img { display: block; max-width: 100%; max-height: 220px; }
.file { display: flex; align-items: center; gap: 8px; min-height: 40px; padding: 6px 12px; border-radius: 12px; background: var(--paper);
  box-shadow: 0 0 0 1px var(--line); overflow-wrap: anywhere; text-align: start; }
.file:hover { box-shadow: 0 0 0 1px var(--edge); }
.form { flex: none; padding: 10px; border-block-start: 1px solid var(--line); display: grid; gap: 8px; }
.away { display: grid; gap: 8px; padding: 4px 4px 2px; font-size: 14px; }
.away label { display: grid; gap: 3px; font-size: 13px; color: var(--ink-2); }
input:not([type="file"]), textarea { width: 100%; border: 1px solid var(--edge); border-radius: 10px; background: var(--paper); color: var(--ink);
  padding: 8px 11px; font-size: 16px; }
input:focus-visible, textarea:focus-visible { outline-offset: -1px; }
::placeholder { color: var(--ink-2); opacity: 1; }
.write { display: flex; align-items: flex-end; gap: 6px; }
textarea { resize: none; min-height: 42px; max-height: 140px; line-height: 1.4; }
.write button { flex: none; width: 42px; height: 42px; border-radius: 10px; display: grid; place-items: center; color: var(--ink-2); }
.write button:hover { background: var(--well); }
.write .send { background: var(--brand); color: var(--on-brand); }
.write .send:hover { background: var(--brand); filter: brightness(1.1); }
.chosen { display: flex; flex-wrap: wrap; gap: 6px; }
.chosen button { display: flex; align-items: center; gap: 6px; min-height: 32px; padding: 2px 10px; border-radius: 16px; background: var(--well); font-size: 13px; max-width: 100%;
  overflow-wrap: anywhere; text-align: start; }
.problem { color: var(--alarm); font-size: 13px; padding-inline: 4px; }
@media (max-width: 520px) {
  .panel { inset: 0; width: auto; max-width: none; height: 100dvh; border-radius: 0; }
  .panel:not([hidden]) ~ .launcher { display: none; }
  .launcher { inset-block-end: 16px; inset-inline-end: 16px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .bubble, .file, .panel, .launcher { border: 1px solid; } }
`;
