const TURNS = 500;
const PAUSE_MS = 20;

/**
 * Repeats `check` until it does not throw, for at most 500 turns of this thread. A slow machine takes its turns
 * slowly, so the limit follows the machine. Rejects with what `check` threw last.
 */
export async function eventually(check: () => unknown): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      await check();
      return;
    } catch (error) {
      if (turn === TURNS) throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}
