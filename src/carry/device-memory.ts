/** Small choices of a person that this device remembers, in localStorage. Nothing of a node belongs here. */
const PREFIX = 'synapse-';

/** A private window may forbid localStorage. What is remembered then lasts until the page is closed. */
const untilClosed = new Map<string, string>();

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name) ?? untilClosed.get(name) ?? null;
  } catch {
    return untilClosed.get(name) ?? null;
  }
}

export function remember(name: string, value: string): void {
  untilClosed.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch (error) {
    console.warn('A choice could not be stored. It lasts until the page is closed.', error);
  }
}

/** Forgets everything but what is remembered under `name`. */
export function forgetAllBut(name: string): void {
  untilClosed.clear();
  try {
    const others = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== PREFIX + name);
    for (const key of others) localStorage.removeItem(key);
  } catch (error) {
    console.warn('Stored choices could not be removed.', error);
  }
}
