/** Small things this device remembers of what a person chose or put away. Nothing of a node belongs here. */
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
    console.warn('What was chosen or put away lasts until the page is closed.', error);
  }
}

/** Forgets all but `kept`. */
export function forgetAllBut(kept: string): void {
  here.clear();
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== PREFIX + kept);
    for (const key of ours) localStorage.removeItem(key);
  } catch (error) {
    console.warn('What was put away could not be forgotten.', error);
  }
}
