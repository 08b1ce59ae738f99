/** One spelling for what mail treats as one address, so that nobody is invited twice. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
