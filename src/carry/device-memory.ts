/** Small things this device remembers of what a person put away. Nothing of a node belongs here. */
const PREFIX = 'synapse-';

/** What a private window forbids to keep lasts until the page is closed. */
const here = new Map<string, string>();

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null; // Forbidden in a private window.
  }
}

export function remember(name: string, value: string): void {
  here.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch (error) {
    console.warn('What was put away could not be kept.', error);
  }
}
