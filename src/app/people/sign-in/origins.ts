const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

export const isLoopbackUrl = (url: string): boolean => loopbackNames.includes(new URL(url).hostname);

/** Where requests may come from: the address that browsers use, by all its names where that is this machine. */
export function ownOrigins(url: string): readonly string[] {
  const { origin, protocol, port } = new URL(url);
  if (!isLoopbackUrl(url)) return [origin];
  return loopbackNames.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}

/** A passkey belongs to a name, and an address in figures is none: on this machine browsers take `localhost`. */
export const passkeyName = (url: string): string => (isLoopbackUrl(url) ? 'localhost' : new URL(url).hostname);
